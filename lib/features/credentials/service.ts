import type { z } from 'zod'
import { ownerOf, type Grant } from '../../domain/access/grant'
import { ok, refuse, type Result } from '../../domain/shared/result'
import type { Caller } from '../../server/action'
import { recordAudit } from '../../server/audit'
import { now } from '../../server/clock'
import { transaction } from '../../server/db'
import { env } from '../../server/env'
import { check } from '../../server/input'
import { sendLater, type Message } from '../../server/mail'
import { hashPassword, isPassword } from '../../server/password'
import { takeTurns } from '../../server/throttle'
import { isAddress, SAME_AS_ADDRESS } from '../accounts/schema'
import { door, evenly, HOUR, mailLink, mailTaken, MINUTE, spent, type Sent } from '../accounts/service'
import * as store from '../accounts/store'
import * as schema from './schema'

/** Whose the address and the password are. Unknown address and wrong password are one answer, after the same work. */
export async function checkCredentials(
  caller: Caller,
  given: z.input<typeof schema.Credentials>,
): Promise<Result<{ readonly id: string; readonly sessionVersion: number }>> {
  const input = check(schema.Credentials, given)
  if (!input.ok) return input
  const { email, password } = input.value
  const turn = await takeTurns(
    [`sign-in:address:${caller.address}`, 300, 15 * MINUTE],
    [`sign-in:account:${email}`, 10, 15 * MINUTE],
  )
  if (!turn.ok) return turn
  const grant = door()
  const found = await transaction(grant, async (tx) => ok(await store.personByEmail(tx, grant, email)))
  const person = found.ok ? found.value : null
  if (!(await isPassword(person?.passwordHash ?? null, password)) || !person) {
    return refuse('NOT_SIGNED_IN', 'This address and this password do not belong together. Check both.')
  }
  return ok({ id: person.id, sessionVersion: person.sessionVersion })
}

/** Mails a link to choose a new password, where the address has an account. */
export async function askReset(caller: Caller, { email }: schema.AskReset): Promise<Result<Sent>> {
  const turn = await takeTurns([`reset:address:${caller.address}`, 100, HOUR], [`reset:account:${email}`, 5, HOUR])
  return turn.ok ? evenly(mailReset(email)) : turn
}

async function mailReset(email: string): Promise<Result<Sent>> {
  const grant = door()
  return transaction(grant, async (tx) => {
    const person = await store.personByEmail(tx, grant, email)
    if (person) {
      await mailLink(tx, grant, { userId: person.id, purpose: 'reset' }, '/reset', {
        to: email,
        subject: 'Choose a new password for RVU Edge',
        paragraphs: [
          'Open the link to choose a new password. It works once, for one hour.',
          'If you did not ask, ignore this message: the password stays as it is.',
        ],
        button: 'Choose a new password',
      })
    }
    return ok({ to: email })
  })
}

const changed = (to: string): Message => ({
  to,
  subject: 'Your RVU Edge password was changed',
  paragraphs: [
    'Other devices were signed out.',
    `If you did not do this, choose a new password at ${env().NEXTAUTH_URL}/reset at once.`,
  ],
})

/** Sets a new password by the link of a message, which proves the address too. Every device is signed out. */
export async function resetPassword(caller: Caller, input: schema.ResetPassword): Promise<Result<Sent>> {
  const turn = await takeTurns([`token:address:${caller.address}`, 200, HOUR])
  if (!turn.ok) return turn
  const passwordHash = await hashPassword(input.password)
  const grant = door()
  return transaction(grant, async (tx) => {
    const used = await store.takeToken(tx, grant, input.token, ['reset'], now())
    const person = used && (await store.personById(tx, grant, used.userId))
    if (!person) return spent()
    if (isAddress(input.password, person.email)) return wrongField('password', SAME_AS_ADDRESS)
    await store.replacePassword(tx, grant, person.id, passwordHash)
    await store.markVerified(tx, grant, person.id, now())
    await sendLater(tx, changed(person.email))
    recordAudit(tx, grant, { action: 'account.password-reset', subject: person.id, ownerId: person.id })
    return ok({ to: person.email })
  })
}

const wrongField = (path: string, message: string) =>
  refuse('INVALID_INPUT', message, { fields: [{ path, code: 'custom', message }] })

type Asker = Grant<'profile:write'>

/** The person of the grant, once they have typed their password again. */
async function samePerson(asker: Asker, current: string): Promise<Result<store.Person>> {
  const turn = await takeTurns([`password:account:${ownerOf(asker)}`, 10, 15 * MINUTE])
  if (!turn.ok) return turn
  const grant = door()
  const found = await transaction(grant, async (tx) => ok(await store.personById(tx, grant, ownerOf(asker))))
  const person = found.ok ? found.value : null
  if (await isPassword(person?.passwordHash ?? null, current)) if (person) return ok(person)
  return wrongField('current', 'This is not your password. Type the one you sign in with.')
}

/** Changes the password and signs out every device; this one signs in again with the new password. */
export async function changePassword(asker: Asker, input: schema.ChangePassword): Promise<Result<Sent>> {
  const person = await samePerson(asker, input.current)
  if (!person.ok) return person
  const { id, email } = person.value
  if (isAddress(input.password, email)) return wrongField('password', SAME_AS_ADDRESS)
  const passwordHash = await hashPassword(input.password)
  const grant = door()
  return transaction(grant, async (tx) => {
    await store.replacePassword(tx, grant, id, passwordHash)
    await sendLater(tx, changed(email))
    recordAudit(tx, grant, { action: 'account.password-changed', subject: id, ownerId: id })
    return ok({ to: email })
  })
}

/** Sends a link to the new address, and tells the old one. The answer does not say whether the new one is taken. */
export async function askEmailChange(asker: Asker, input: schema.ChangeEmail): Promise<Result<Sent>> {
  const person = await samePerson(asker, input.current)
  if (!person.ok) return person
  const { id, email } = person.value
  if (input.email === email) return wrongField('email', 'This is your address already. Enter the new one.')
  return evenly(mailEmailChange(id, email, input.email))
}

async function mailEmailChange(id: string, from: string, to: string): Promise<Result<Sent>> {
  const grant = door()
  return transaction(grant, async (tx) => {
    await store.retireTokens(tx, grant, id, 'change-email')
    if (await store.personByEmail(tx, grant, to)) await mailTaken(tx, to)
    else {
      await mailLink(tx, grant, { userId: id, purpose: 'change-email', payload: to }, '/verify', {
        to,
        subject: 'Confirm your new address for RVU Edge',
        paragraphs: ['Open the link and press the button to sign in with this address. It works once, for one day.'],
        button: 'Confirm this address',
      })
    }
    await sendLater(tx, {
      to: from,
      subject: 'A new address was asked for at RVU Edge',
      paragraphs: [
        `Your account is to move to ${to}. It stays here until the link sent there is opened.`,
        `If you did not ask, change your password at ${env().NEXTAUTH_URL}/settings/account.`,
      ],
    })
    recordAudit(tx, grant, { action: 'account.address-asked', subject: id, ownerId: id })
    return ok({ to })
  })
}
