import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { confirmAddress } from '@/lib/features/accounts/service'
import { ChangePassword } from '@/lib/features/credentials/schema'
import {
  askEmailChange,
  askReset,
  changePassword,
  checkCredentials,
  resetPassword,
} from '@/lib/features/credentials/service'
import { authOptions } from '@/lib/server/auth'
import { reading } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { check } from '@/lib/server/input'
import { sessionActor, sessionCookie, systemGrant } from '@/lib/server/session'
import { caller, lastToken, mailTo, makePerson, must, PASSWORD } from '../../support/people'

// The browser's cookies, which Next alone can read.
const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  cookies: async () => ({ get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined) }),
}))
beforeEach(() => jar.clear())

const NEW = 'a password of four words'
const door = systemGrant('account:open')

/** Signs in as next-auth does: the check, then the claims of the token, then the cookie. */
async function signIn(email: string, password: string): Promise<void> {
  const user = must(await checkCredentials(caller(), { email, password }))
  const token = await authOptions(checkCredentials).callbacks?.jwt?.({ token: {}, user, account: null })
  jar.set(sessionCookie(), await encode({ token: token ?? {}, secret: env().NEXTAUTH_SECRET }))
}

const age = (userId: string) =>
  reading(door, (tx) => tx.token.updateMany({ where: { userId }, data: { expiresAt: new Date(Date.now() - 1000) } }))

describe('signing in', () => {
  it('makes a session of that person', async () => {
    const person = await makePerson()
    await signIn(person.email.toUpperCase(), PASSWORD)
    expect(await sessionActor()).toEqual(person.actor)
  })

  it('says the same of a wrong password and of an address that nobody has', async () => {
    const person = await makePerson()
    const wrong = await checkCredentials(caller(), { email: person.email, password: 'not the password' })
    const nobody = await checkCredentials(caller(), { email: `${randomUUID()}@example.org`, password: PASSWORD })
    expect(wrong.ok).toBe(false)
    expect(wrong).toEqual(nobody)
  })

  it('does not take the password of another person', async () => {
    const [one, other] = [await makePerson(), await makePerson()]
    must(await changePassword(one.grant('profile:write'), { current: PASSWORD, password: NEW }))
    expect((await checkCredentials(caller(), { email: other.email, password: NEW })).ok).toBe(false)
  })

  it('waits after ten tries for one account, wherever they come from, even with the right password', async () => {
    const person = await makePerson()
    for (let turn = 0; turn < 10; turn++) {
      expect((await checkCredentials(caller(), { email: person.email, password: 'guess' })).ok).toBe(false)
    }
    expect(await checkCredentials(caller(), { email: person.email, password: PASSWORD })).toMatchObject({
      error: { code: 'TOO_MANY_REQUESTS' },
    })
  })

  it('waits after three hundred tries from one address, whatever the accounts', async () => {
    const { address } = caller()
    await reading(door, async (tx) => {
      const { sha256 } = await import('@/lib/server/secret')
      const key = sha256(`sign-in:address:${address}`)
      await tx.throttle.create({ data: { key, count: 300, resetsAt: new Date(Date.now() + 60_000) } })
    })
    const person = await makePerson()
    expect(await checkCredentials({ address }, { email: person.email, password: PASSWORD })).toMatchObject({
      error: { code: 'TOO_MANY_REQUESTS' },
    })
  })

  it('does not let a forged or foreign token in', async () => {
    const person = await makePerson()
    jar.set(sessionCookie(), await encode({ token: { sub: person.id, version: 1 }, secret: 'another secret' }))
    expect(await sessionActor()).toEqual({ kind: 'anonymous' })
    jar.set(sessionCookie(), await encode({ token: { sub: person.id }, secret: env().NEXTAUTH_SECRET }))
    expect(await sessionActor()).toEqual({ kind: 'anonymous' })
  })
})

describe('changing the password', () => {
  it('signs out every device, and the new password signs in', async () => {
    const person = await makePerson()
    await signIn(person.email, PASSWORD)
    must(await changePassword(person.grant('profile:write'), { current: PASSWORD, password: NEW }))
    expect(await sessionActor()).toEqual({ kind: 'anonymous' })
    await signIn(person.email, NEW)
    expect(await sessionActor()).toEqual(person.actor)
    expect((await checkCredentials(caller(), { email: person.email, password: PASSWORD })).ok).toBe(false)
    expect(await mailTo(person.email)).toMatchObject([{ subject: 'Your RVU Edge password was changed' }])
  })

  it('asks for the old one, at its field, and changes nothing without it', async () => {
    const person = await makePerson()
    const answer = await changePassword(person.grant('profile:write'), { current: 'wrong', password: NEW })
    expect(answer).toMatchObject({ error: { code: 'INVALID_INPUT', fields: [{ path: 'current' }] } })
    await signIn(person.email, PASSWORD)
    expect(await sessionActor()).toEqual(person.actor)
  })

  it('refuses the address as the password, and a field that does not exist', async () => {
    const person = await makePerson()
    const answer = await changePassword(person.grant('profile:write'), { current: PASSWORD, password: person.email })
    expect(answer).toMatchObject({ error: { fields: [{ path: 'password' }] } })
    expect(check(ChangePassword, { current: 'x', password: NEW, sessionVersion: 9 })).toMatchObject({
      error: { fields: [{ path: 'sessionVersion', code: 'unrecognized_key' }] },
    })
  })
})

describe('choosing a new password by mail', () => {
  it('answers the same whether the address has an account, and writes only where it has', async () => {
    const person = await makePerson()
    const nobody = `${randomUUID()}@example.org`
    const [known, unknown] = [
      must(await askReset(caller(), { email: person.email })),
      must(await askReset(caller(), { email: nobody })),
    ]
    expect({ ...known, to: '' }).toEqual({ ...unknown, to: '' })
    expect(await mailTo(person.email)).toHaveLength(1)
    expect(await mailTo(nobody)).toEqual([])
  })

  it('waits after five requests for one address, known or not', async () => {
    const email = `${randomUUID()}@example.org`
    for (let turn = 0; turn < 5; turn++) must(await askReset(caller(), { email }))
    expect(await askReset(caller(), { email })).toMatchObject({ error: { code: 'TOO_MANY_REQUESTS' } })
  })

  it('sets the password once, signs out every device and confirms the address', async () => {
    const person = await makePerson({ verified: false })
    await signIn(person.email, PASSWORD)
    must(await askReset(caller(), { email: person.email }))
    const token = await lastToken(person.email)
    must(await resetPassword(caller(), { token, password: NEW }))
    expect(await sessionActor()).toEqual({ kind: 'anonymous' })
    await signIn(person.email, NEW)
    expect(await sessionActor()).toMatchObject({ id: person.id, verified: true })
    expect(await resetPassword(caller(), { token, password: 'a third long password' })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    })
  })

  it('retires the other links too', async () => {
    const person = await makePerson()
    must(await askReset(caller(), { email: person.email }))
    const first = await lastToken(person.email)
    must(await askReset(caller(), { email: person.email }))
    must(await resetPassword(caller(), { token: await lastToken(person.email), password: NEW }))
    expect((await resetPassword(caller(), { token: first, password: 'a third long password' })).ok).toBe(false)
  })

  it('refuses a link of more than an hour ago', async () => {
    const person = await makePerson()
    must(await askReset(caller(), { email: person.email }))
    const [kept] = await reading(door, (tx) => tx.token.findMany({ where: { userId: person.id } }))
    expect(Math.round(((kept?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000)).toBe(60)
    await age(person.id)
    expect((await resetPassword(caller(), { token: await lastToken(person.email), password: NEW })).ok).toBe(false)
    expect((await checkCredentials(caller(), { email: person.email, password: PASSWORD })).ok).toBe(true)
  })

  it('does not take a link of another purpose', async () => {
    const person = await makePerson()
    must(await askReset(caller(), { email: person.email }))
    expect((await confirmAddress(caller(), { token: await lastToken(person.email) })).ok).toBe(false)
    must(await resetPassword(caller(), { token: await lastToken(person.email), password: NEW }))
  })

  it('keeps the link when the password is the address', async () => {
    const person = await makePerson()
    must(await askReset(caller(), { email: person.email }))
    const token = await lastToken(person.email)
    expect((await resetPassword(caller(), { token, password: person.email })).ok).toBe(false)
    must(await resetPassword(caller(), { token, password: NEW }))
  })
})

describe('changing the address', () => {
  it('moves the account once the new address is confirmed, and tells the old one', async () => {
    const person = await makePerson()
    const email = `${randomUUID()}@example.org`
    must(await askEmailChange(person.grant('profile:write'), { email, current: PASSWORD }))
    expect((await mailTo(person.email)).at(-1)?.text).toContain(email)
    expect((await checkCredentials(caller(), { email, password: PASSWORD })).ok).toBe(false)
    must(await confirmAddress(caller(), { token: await lastToken(email) }))
    expect(must(await checkCredentials(caller(), { email, password: PASSWORD })).id).toBe(person.id)
    expect((await checkCredentials(caller(), { email: person.email, password: PASSWORD })).ok).toBe(false)
    expect((await mailTo(person.email)).map(({ subject }) => subject)).toEqual([
      'A new address was asked for at RVU Edge',
      'Your RVU Edge account has a new address',
    ])
  })

  it('does not tell that the new address belongs to another, and leaves both accounts as they are', async () => {
    const [one, other] = [await makePerson(), await makePerson()]
    const answer = await askEmailChange(one.grant('profile:write'), { email: other.email, current: PASSWORD })
    expect(must(answer)).toEqual({ to: other.email })
    expect(await mailTo(other.email)).toMatchObject([{ token: null }])
    expect(must(await checkCredentials(caller(), { email: other.email, password: PASSWORD })).id).toBe(other.id)
  })

  it('refuses a link of more than a day ago, an earlier link, and one whose address was taken meanwhile', async () => {
    const person = await makePerson()
    const [first, second] = [`${randomUUID()}@example.org`, `${randomUUID()}@example.org`]
    const ask = (email: string) => askEmailChange(person.grant('profile:write'), { email, current: PASSWORD })
    must(await ask(first))
    must(await ask(second))
    expect((await confirmAddress(caller(), { token: await lastToken(first) })).ok).toBe(false)
    const other = await makePerson()
    await reading(door, (tx) =>
      tx.user.update({ where: { id: other.id }, data: { email: second }, select: { id: true } }),
    )
    expect((await confirmAddress(caller(), { token: await lastToken(second) })).ok).toBe(false)
    const third = `${randomUUID()}@example.org`
    must(await ask(third))
    await age(person.id)
    expect((await confirmAddress(caller(), { token: await lastToken(third) })).ok).toBe(false)
  })

  it('asks for the password', async () => {
    const person = await makePerson()
    const email = `${randomUUID()}@example.org`
    expect(await askEmailChange(person.grant('profile:write'), { email, current: 'wrong' })).toMatchObject({
      error: { fields: [{ path: 'current' }] },
    })
    expect(await mailTo(email)).toEqual([])
  })
})
