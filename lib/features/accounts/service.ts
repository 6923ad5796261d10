import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { ownerOf, type Grant } from '../../domain/access/grant'
import { ok, refuse, type Result } from '../../domain/shared/result'
import type { Caller } from '../../server/action'
import { recordAudit } from '../../server/audit'
import { inSeconds, now } from '../../server/clock'
import { transaction, type Tx } from '../../server/db'
import { env } from '../../server/env'
import { sendLater, type Message } from '../../server/mail'
import { hashPassword } from '../../server/password'
import { newSecret } from '../../server/secret'
import { systemGrant } from '../../server/session'
import { takeTurns } from '../../server/throttle'
import type * as schema from './schema'
import * as store from './store'

/** Seconds. */
export const MINUTE = 60
export const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const LIFETIME: Readonly<Record<store.Purpose, number>> = { verify: 7 * DAY, reset: HOUR, 'change-email': DAY }

const EVEN_MS = 350
/** For an answer that takes as long whether the address has an account or not. */
export const evenly = async <T>(work: Promise<T>): Promise<T> => (await Promise.all([work, wait(EVEN_MS)]))[0]

/** What happens at the door, before there is an actor. */
export const door = () => systemGrant('account:open')
export type Door = ReturnType<typeof door>

/** Issues a one-time link and mails it. */
export async function mailLink(
  tx: Tx,
  grant: Door,
  token: { readonly userId: string; readonly purpose: store.Purpose; readonly payload?: string },
  page: string,
  message: Omit<Message, 'link'> & { readonly button: string },
): Promise<void> {
  const secret = await store.issueToken(tx, grant, { ...token, expiresAt: inSeconds(LIFETIME[token.purpose]) })
  const { button, ...rest } = message
  await sendLater(tx, { ...rest, link: { text: button, url: `${env().NEXTAUTH_URL}${page}?token=${secret}` } })
}

const mailVerification = (tx: Tx, grant: Door, userId: string, to: string): Promise<void> =>
  mailLink(tx, grant, { userId, purpose: 'verify' }, '/verify', {
    to,
    subject: 'Confirm your address for RVU Edge',
    paragraphs: [
      'You asked for an account with this address. Open the link and press the button to confirm it.',
      'The link works once, for seven days. If you did not ask, ignore this message and nothing happens.',
    ],
    button: 'Confirm this address',
  })

export const mailTaken = (tx: Tx, to: string): Promise<void> =>
  sendLater(tx, {
    to,
    subject: 'You already have an account at RVU Edge',
    paragraphs: [
      'Someone, most likely you, tried to sign up with this address. It has an account already, and nothing was changed.',
      `Sign in at ${env().NEXTAUTH_URL}/sign-in. If the password is gone, choose a new one at ${env().NEXTAUTH_URL}/reset.`,
    ],
  })

export type Sent = { readonly to: string }

/**
 * Opens an account, or mails the one that has the address; the answer tells neither from the other. Until the address
 * is confirmed the latest sign-up counts, so that nobody can sit on another's address with a password of their own.
 */
export async function signUp(caller: Caller, input: schema.SignUp): Promise<Result<Sent>> {
  const turn = await takeTurns(
    [`sign-up:address:${caller.address}`, 200, HOUR],
    [`sign-up:account:${input.email}`, 5, HOUR],
  )
  return turn.ok ? evenly(openAccount(input)) : turn
}

async function openAccount({ email, password }: schema.SignUp): Promise<Result<Sent>> {
  const passwordHash = await hashPassword(password)
  const grant = door()
  return transaction(grant, async (tx) => {
    const id = randomUUID()
    if (await store.insertPerson(tx, grant, { id, email, passwordHash })) {
      await store.insertFirstWorkplace(tx, grant, id)
      await mailVerification(tx, grant, id, email)
      recordAudit(tx, grant, { action: 'account.opened', subject: id, ownerId: id })
      return ok({ to: email })
    }
    const person = await store.personByEmail(tx, grant, email)
    if (person && person.verifiedAt === null) {
      await store.replacePassword(tx, grant, person.id, passwordHash)
      await mailVerification(tx, grant, person.id, email)
      recordAudit(tx, grant, { action: 'account.opened-again', subject: person.id, ownerId: person.id })
    } else {
      await mailTaken(tx, email)
    }
    return ok({ to: email })
  })
}

/** Sends the link of an unconfirmed account again. */
export async function resendVerification(asker: Grant<'profile:write'>): Promise<Result<Sent>> {
  const grant = door()
  const turn = await takeTurns([`verify:account:${ownerOf(asker)}`, 5, HOUR])
  if (!turn.ok) return turn
  return transaction(grant, async (tx) => {
    const person = await store.personById(tx, grant, ownerOf(asker))
    if (!person) return refuse('NOT_FOUND', 'This account is gone.')
    if (person.verifiedAt) return refuse('CONFLICT', 'Your address is confirmed already. Go on to your log.')
    await mailVerification(tx, grant, person.id, person.email)
    return ok({ to: person.email })
  })
}

export const spent = () => refuse('NOT_FOUND', 'This link was used already or is too old. Ask for a new one.')

/** Confirms an address: that of a new account, or the new one of an old account. */
export async function confirmAddress(caller: Caller, { token }: schema.UseToken): Promise<Result<null>> {
  const turn = await takeTurns([`token:address:${caller.address}`, 200, HOUR])
  if (!turn.ok) return turn
  const grant = door()
  return transaction(grant, async (tx) => {
    const used = await store.takeToken(tx, grant, token, ['verify', 'change-email'], now())
    if (!used) return spent()
    if (used.purpose === 'change-email') return moveAddress(tx, grant, used)
    await store.markVerified(tx, grant, used.userId, now())
    await store.retireTokens(tx, grant, used.userId, 'verify')
    recordAudit(tx, grant, { action: 'account.verified', subject: used.userId, ownerId: used.userId })
    return ok(null)
  })
}

async function moveAddress(tx: Tx, grant: Door, { userId, payload }: store.UsedToken): Promise<Result<null>> {
  const person = await store.personById(tx, grant, userId)
  if (!person || (await store.personByEmail(tx, grant, payload))) return spent()
  await store.replaceEmail(tx, grant, userId, payload, now())
  await sendLater(tx, {
    to: person.email,
    subject: 'Your RVU Edge account has a new address',
    paragraphs: [
      'From now on you sign in with the new address. This one is no longer used.',
      `If you did not do this, write to support at ${env().NEXTAUTH_URL}/support.`,
    ],
  })
  recordAudit(tx, grant, { action: 'account.address-changed', subject: userId, ownerId: userId })
  return ok(null)
}

/** A fresh token to print while nobody runs the platform, in place of the last one; null once somebody does. */
export async function ensureSetupToken(): Promise<string | null> {
  const grant = door()
  const secret = newSecret()
  const kept = await transaction(grant, async (tx) => ok(await store.keepSetupToken(tx, grant, secret)))
  return kept.ok && kept.value ? secret : null
}

/** Makes the person the platform's first administrator, for the token that the launcher printed. Works once. */
export async function claimSetup(asker: Grant<'platform:claim'>, { token }: schema.UseToken): Promise<Result<null>> {
  const turn = await takeTurns([`setup:account:${ownerOf(asker)}`, 10, HOUR])
  if (!turn.ok) return turn
  const grant = door()
  return transaction(grant, async (tx) => {
    if (!(await store.takeSetupToken(tx, grant, token))) {
      return refuse('NOT_FOUND', 'This is not the token that the last start printed, or it was used already.')
    }
    await store.makePlatformAdmin(tx, grant, ownerOf(asker))
    recordAudit(tx, grant, { action: 'platform.claimed', subject: ownerOf(asker), ownerId: ownerOf(asker) })
    return ok(null)
  })
}
