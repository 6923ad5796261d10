import { cache } from 'react'
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { decide, type Actor, type Grant, type Permission } from '../domain/access/grant'
import type { UserId } from '../domain/shared/id'
import type { Result } from '../domain/shared/result'
import { askDoor, sql } from './db'
import { env } from './env'

export const ANONYMOUS: Actor = { kind: 'anonymous' }

/** How long a session lasts, in seconds. */
export const SESSION_SECONDS = 30 * 24 * 60 * 60

export const sessionCookie = (): string =>
  env().NEXTAUTH_URL.startsWith('https:') ? '__Secure-next-auth.session-token' : 'next-auth.session-token'

type Door = { session_version: number; verified: boolean; platform_admin: boolean }

/** For pages and actions: the person of the session cookie that came with them. */
export const sessionActor = cache(async (): Promise<Actor> =>
  actorOfToken((await cookies()).get(sessionCookie())?.value),
)

/** For routes, which are handed their request: the person of its session cookie. */
export function requestActor(request: Request): Promise<Actor> {
  const name = `${sessionCookie()}=`
  const sent = (request.headers.get('cookie') ?? '').split(/; */).find((each) => each.startsWith(name))
  return actorOfToken(sent?.slice(name.length))
}

/** The person whom the token names, or anonymous: a session of an earlier version is no session. */
async function actorOfToken(token: string | undefined): Promise<Actor> {
  if (!token) return ANONYMOUS
  const claims = await decode({ token, secret: env().NEXTAUTH_SECRET }).catch(() => null)
  const { sub, version } = { sub: claims?.sub, version: claims?.['version'] }
  if (!sub) return ANONYMOUS
  const door = await askDoor<Door>(sql`
    select session_version, verified, platform_admin from door_session(${sub})`)
  if (!door || door.session_version !== version) return ANONYMOUS
  return { kind: 'person', id: sub as UserId, verified: door.verified, platformAdmin: door.platform_admin }
}

/** For loaders of pages: the grant of the session, or why not. */
export const sessionGrant = async <P extends Permission>(permission: P): Promise<Result<Grant<P>>> =>
  decide(await sessionActor(), permission)

/** For a job that a person asked for. */
export function mandateGrant<P extends Permission>(owner: UserId, permission: P): Grant<P> {
  const decided = decide({ kind: 'mandate', owner }, permission)
  if (!decided.ok) throw new Error(`a mandate lacks ${permission}`)
  return decided.value
}

const SYSTEM_PARTS = {
  'account:open': 'auth',
  'report:send': 'auth',
  'schedule:import': 'import',
  'job:run': 'job',
  'backup:run': 'backup',
} as const

/** For what the application does itself. */
export function systemGrant<P extends keyof typeof SYSTEM_PARTS>(permission: P): Grant<P> {
  const decided = decide({ kind: 'system', part: SYSTEM_PARTS[permission] }, permission)
  if (!decided.ok) throw new Error(`the system lacks ${permission}`)
  return decided.value
}
