import { randomUUID } from 'node:crypto'
import { decide, type Actor, type Grant, type Permission } from '@/lib/domain/access/grant'
import type { UserId, WorkplaceId } from '@/lib/domain/shared/id'
import { ok, type Result } from '@/lib/domain/shared/result'
import { insertFirstWorkplace, insertPerson, makePlatformAdmin, markVerified } from '@/lib/features/accounts/store'
import { workplacesOf } from '@/lib/features/profile/store'
import { now } from '@/lib/server/clock'
import { reading, transaction } from '@/lib/server/db'
import { hashPassword } from '@/lib/server/password'
import { systemGrant } from '@/lib/server/session'

export const PASSWORD = 'correct horse battery staple'
let passwordHash: Promise<string> | null = null

export type TestPerson = {
  readonly id: UserId
  readonly email: string
  readonly workplaceId: WorkplaceId
  readonly actor: Actor
  /** Through decide(), like every other; throws where it refuses. */
  readonly grant: <P extends Permission>(permission: P) => Grant<P>
}

/** The value of a result that a test relies on. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** A person with an account and a workplace; their password is PASSWORD. Each call makes another. */
export async function makePerson(
  wanted: { readonly verified?: boolean; readonly platformAdmin?: boolean } = {},
): Promise<TestPerson> {
  const { verified = true, platformAdmin = false } = wanted
  const id = randomUUID() as UserId
  const email = `${id}@example.org`
  const door = systemGrant('account:open')
  passwordHash ??= hashPassword(PASSWORD)
  const kept = await passwordHash
  await transaction(door, async (tx) => {
    await insertPerson(tx, door, { id, email, passwordHash: kept })
    await insertFirstWorkplace(tx, door, id)
    if (verified) await markVerified(tx, door, id, now())
    if (platformAdmin) await makePlatformAdmin(tx, door, id)
    return ok(null)
  })
  const actor: Actor = { kind: 'person', id, verified, platformAdmin }
  const grant = <P extends Permission>(permission: P): Grant<P> => must(decide(actor, permission))
  const [workplace] = await reading(grant('profile:read'), (tx) => workplacesOf(tx, grant('profile:read')))
  if (!workplace) throw new Error('a new person has no workplace')
  return { id, email, workplaceId: workplace.id as WorkplaceId, actor, grant }
}

export type TestMail = { readonly subject: string; readonly text: string; readonly token: string | null }

/** What was written to an address, oldest first, with the secret of its link. */
export async function mailTo(recipient: string): Promise<readonly TestMail[]> {
  const rows = await reading(systemGrant('job:run'), (tx) =>
    tx.mail.findMany({ where: { recipient }, orderBy: { createdAt: 'asc' }, select: { subject: true, text: true } }),
  )
  return rows.map((row) => ({ ...row, token: /[?&]token=([\w-]+)/.exec(row.text)?.[1] ?? null }))
}

/** The secret of the last link that was sent to an address. */
export async function lastToken(recipient: string): Promise<string> {
  const token = (await mailTo(recipient)).findLast((mail) => mail.token !== null)?.token
  if (!token) throw new Error(`no link was sent to ${recipient}`)
  return token
}

/** An address of the network that no other test counts turns for. */
export const caller = (): { readonly address: string } => ({ address: `test-${randomUUID()}` })
