import type { Actor } from '../domain/access/grant'
import { API_SCOPES } from '../domain/access/permission'
import type { UserId } from '../domain/shared/id'
import { ok, refuse, type Result } from '../domain/shared/result'
import { askDoor, sql } from './db'
import { env } from './env'
import { sha256 } from './secret'
import { ANONYMOUS, requestActor } from './session'
import { addressOf, takeTurn, turnOf, type Counted, type Turn } from './throttle'

const SAFE = new Set(['GET', 'HEAD'])
const WINDOW_SECONDS = 60

/** Who calls, and the turn that this counts for them: of the person, whatever their key, else of their address. */
export type Caller = { readonly actor: Result<Actor>; readonly turn: Result<Turn> }

/** Finds who calls by an API key, else by the browser's session, which may write only from our own pages. */
export async function callerOf(request: Request): Promise<Caller> {
  const stranger = `api:${addressOf(request.headers)}`
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return holderOf(/^Bearer\s+(\S+)$/i.exec(authorization)?.[1], stranger)
  const actor = await browserActor(request)
  return { actor: ok(actor), turn: await turnFor(actor.kind === 'person' ? `api:${actor.id}` : stranger) }
}

const turnFor = (subject: string): Promise<Result<Turn>> =>
  takeTurn(subject, env().RATE_LIMIT_PER_MINUTE, WINDOW_SECONDS)

type KeyTurn = Counted & { readonly owner_id: UserId | null; readonly scopes: readonly string[] | null }

/** A key that nobody has counts against the address that tries it. */
async function holderOf(key: string | undefined, stranger: string): Promise<Caller> {
  if (key === undefined) return { actor: unknownKey(), turn: await turnFor(stranger) }
  const found = await askDoor<KeyTurn>(sql`
    select owner_id, scopes, turns, resets from door_key_turn(${sha256(key)}, ${stranger}, ${WINDOW_SECONDS})`)
  return {
    actor: found?.owner_id ? ok(keyActor(found.owner_id, found.scopes ?? [])) : unknownKey(),
    turn: turnOf(found, env().RATE_LIMIT_PER_MINUTE),
  }
}

const keyActor = (owner: UserId, scopes: readonly string[]): Actor => ({
  kind: 'key',
  owner,
  scopes: API_SCOPES.filter((scope) => scopes.includes(scope)),
})

const unknownKey = () => refuse('NOT_SIGNED_IN', 'This API key is not known or was revoked. Make one in Settings.')

async function browserActor(request: Request): Promise<Actor> {
  const actor = await requestActor(request)
  return actor.kind === 'anonymous' || SAFE.has(request.method) || isSameOrigin(request) ? actor : ANONYMOUS
}

function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  const host = request.headers.get('host')
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host
}
