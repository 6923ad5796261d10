import { ownerOf, type Grant } from '../../domain/access/grant'
import type { CareerStage, DatedStage } from '../../domain/access/stage'
import { calendarDate } from '../../domain/shared/date'
import { ask, sql, type Tx } from '../../server/db'
import { newSecret, sha256 } from '../../server/secret'

export type Person = {
  readonly id: string
  readonly email: string
  readonly passwordHash: string
  readonly sessionVersion: number
  readonly verifiedAt: Date | null
}

type Door = Grant<'account:open'>
export type Purpose = 'verify' | 'reset' | 'change-email'

const PERSON = { id: true, email: true, passwordHash: true, sessionVersion: true, verifiedAt: true } as const
const SETUP = 'setup-token'

export const personByEmail = (tx: Tx, _door: Door, email: string): Promise<Person | null> =>
  tx.user.findUnique({ where: { email }, select: PERSON })

export const personById = (tx: Tx, _door: Door, id: string): Promise<Person | null> =>
  tx.user.findUnique({ where: { id }, select: PERSON })

/** False where the address is taken, also by someone signing up at the same moment. */
export async function insertPerson(
  tx: Tx,
  _door: Door,
  person: { readonly id: string; readonly email: string; readonly passwordHash: string },
): Promise<boolean> {
  const made = await tx.user.createMany({ data: [person], skipDuplicates: true })
  return made.count === 1
}

/** Everyone has one workplace from the start, so that a case never asks for one. */
export async function insertFirstWorkplace(tx: Tx, _door: Door, ownerId: string): Promise<void> {
  await tx.workplace.createMany({ data: [{ ownerId, name: 'My practice', isDefault: true }] })
}

/** Sets the password, ends every session and retires every link that was sent. */
export async function replacePassword(tx: Tx, _door: Door, id: string, passwordHash: string): Promise<void> {
  await tx.user.update({
    where: { id },
    data: { passwordHash, sessionVersion: { increment: 1 } },
    select: { id: true },
  })
  await tx.token.deleteMany({ where: { userId: id } })
}

export async function markVerified(tx: Tx, _door: Door, id: string, at: Date): Promise<void> {
  await tx.user.updateMany({ where: { id, verifiedAt: null }, data: { verifiedAt: at } })
}

/** The new address is proven by the link that was sent to it; links sent to the old one stop working. */
export async function replaceEmail(tx: Tx, _door: Door, id: string, email: string, at: Date): Promise<void> {
  await tx.user.update({ where: { id }, data: { email, verifiedAt: at }, select: { id: true } })
  await tx.token.deleteMany({ where: { userId: id } })
}

/** Keeps the hash of a new one-time secret and hands out the secret. */
export async function issueToken(
  tx: Tx,
  _door: Door,
  token: { readonly userId: string; readonly purpose: Purpose; readonly payload?: string; readonly expiresAt: Date },
): Promise<string> {
  const secret = newSecret()
  await tx.token.createMany({ data: [{ ...token, hash: sha256(secret) }] })
  return secret
}

export async function retireTokens(tx: Tx, _door: Door, userId: string, purpose: Purpose): Promise<void> {
  await tx.token.deleteMany({ where: { userId, purpose } })
}

export type UsedToken = { readonly userId: string; readonly purpose: string; readonly payload: string }

/** Takes the token away and says whose it was: of two who send it at once, one gets it. */
export async function takeToken(
  tx: Tx,
  _door: Door,
  secret: string,
  purposes: readonly Purpose[],
  at: Date,
): Promise<UsedToken | null> {
  const [used] = await ask<UsedToken>(
    tx,
    sql`
    delete from tokens where hash = ${sha256(secret)} and purpose = any(${[...purposes]}) and expires_at > ${at}
    returning user_id as "userId", purpose, payload`,
  )
  return used ?? null
}

/** Keeps the hash of a new setup token in place of the last; false once somebody runs the platform. */
export async function keepSetupToken(tx: Tx, _door: Door, secret: string): Promise<boolean> {
  const admin = await tx.user.findFirst({ where: { platformAdmin: true }, select: { id: true } })
  if (admin) return false
  const value = sha256(secret)
  await tx.installation.upsert({ where: { key: SETUP }, create: { key: SETUP, value }, update: { value } })
  return true
}

/** True once, for the secret that was kept last. */
export async function takeSetupToken(tx: Tx, _door: Door, secret: string): Promise<boolean> {
  const taken = await tx.installation.deleteMany({ where: { key: SETUP, value: sha256(secret) } })
  return taken.count === 1
}

export async function makePlatformAdmin(tx: Tx, _door: Door, id: string): Promise<void> {
  await tx.user.update({ where: { id }, data: { platformAdmin: true }, select: { id: true } })
}

const ME = {
  id: true,
  email: true,
  name: true,
  verifiedAt: true,
  platformAdmin: true,
  onboardedAt: true,
  specialty: true,
  state: true,
  carrier: true,
  locality: true,
  practitioner: true,
  qualifyingApm: true,
  timeZone: true,
  careerStages: { select: { effectiveFrom: true, stage: true, trainingYear: true } },
} as const

/** The row of the person who asks, with their stages; null where the account is gone. */
export async function findMe(tx: Tx, grant: Grant<'profile:read'>) {
  const row = await tx.user.findUnique({ where: { id: ownerOf(grant) }, select: ME })
  if (!row) return null
  const { careerStages, ...me } = row
  const stages: DatedStage[] = careerStages.map(({ effectiveFrom, stage, trainingYear }) => ({
    from: calendarDate(effectiveFrom.toISOString().slice(0, 10)),
    stage: stage as CareerStage,
    trainingYear,
  }))
  return { ...me, stages }
}
