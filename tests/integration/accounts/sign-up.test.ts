import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { decide } from '@/lib/domain/access/grant'
import type { UserId } from '@/lib/domain/shared/id'
import { SignUp } from '@/lib/features/accounts/schema'
import { confirmAddress, resendVerification, signUp } from '@/lib/features/accounts/service'
import { checkCredentials } from '@/lib/features/credentials/service'
import { reading } from '@/lib/server/db'
import { check } from '@/lib/server/input'
import { systemGrant } from '@/lib/server/session'
import { caller, lastToken, mailTo, makePerson, must, PASSWORD } from '../../support/people'

const freshEmail = () => `${randomUUID()}@example.org`
const door = systemGrant('account:open')
const personOf = (email: string) =>
  reading(door, (tx) =>
    tx.user.findUniqueOrThrow({
      where: { email },
      select: { id: true, verifiedAt: true, passwordHash: true, workplaces: true },
    }),
  )

describe('signing up', () => {
  it('opens an account with one workplace, an audit row and a message, and keeps the password as argon2id', async () => {
    const email = freshEmail()
    expect(must(await signUp(caller(), { email, password: PASSWORD }))).toEqual({ to: email })
    const person = await personOf(email)
    expect(person.verifiedAt).toBeNull()
    expect(person.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(person.workplaces).toMatchObject([{ name: 'My practice', isDefault: true }])
    expect(await mailTo(email)).toMatchObject([{ subject: 'Confirm your address for RVU Edge' }])
    const own = must(
      decide({ kind: 'person', id: person.id as UserId, verified: false, platformAdmin: false }, 'profile:read'),
    )
    const audit = await reading(own, (tx) => tx.auditEntry.findMany({ select: { action: true, actor: true } }))
    expect(audit).toEqual([{ action: 'account.opened', actor: 'system:auth' }])
  })

  it('keeps no secret that it mails', async () => {
    const email = freshEmail()
    await signUp(caller(), { email, password: PASSWORD })
    const secret = await lastToken(email)
    const { id } = await personOf(email)
    const [token] = await reading(door, (tx) => tx.token.findMany({ where: { userId: id } }))
    expect(token?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(JSON.stringify(token)).not.toContain(secret)
    // Seven days, to the minute.
    expect(Math.round(((token?.expiresAt.getTime() ?? 0) - Date.now()) / 60_000)).toBe(7 * 24 * 60)
  })

  it('answers the same for an address that has an account, changes nothing of it and writes to its owner', async () => {
    const taken = await makePerson()
    const before = await personOf(taken.email)
    const fresh = freshEmail()
    const [first, second] = [
      await signUp(caller(), { email: fresh, password: 'another long password' }),
      await signUp(caller(), { email: taken.email, password: 'another long password' }),
    ]
    expect({ ...must(first), to: '' }).toEqual({ ...must(second), to: '' })
    expect(await personOf(taken.email)).toEqual(before)
    expect(await mailTo(taken.email)).toMatchObject([{ subject: 'You already have an account at RVU Edge' }])
  })

  it('does not answer sooner for an address that has an account', async () => {
    const taken = await makePerson()
    const timed = async (email: string) => {
      const started = performance.now()
      must(await signUp(caller(), { email, password: PASSWORD }))
      return performance.now() - started
    }
    await timed(freshEmail())
    const [fresh, known] = [await timed(freshEmail()), await timed(taken.email)]
    // Both wait for the same floor of 350 ms (timers may be a few early); the work itself is below it.
    expect(Math.min(fresh, known)).toBeGreaterThanOrEqual(345)
  })

  it('lets the latest sign-up count until the address is confirmed', async () => {
    const email = freshEmail()
    await signUp(caller(), { email, password: 'password of a squatter' })
    const squatted = await lastToken(email)
    await signUp(caller(), { email, password: PASSWORD })
    expect(await confirmAddress(caller(), { token: squatted })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    must(await confirmAddress(caller(), { token: await lastToken(email) }))
    expect((await checkCredentials(caller(), { email, password: 'password of a squatter' })).ok).toBe(false)
    expect((await checkCredentials(caller(), { email, password: PASSWORD })).ok).toBe(true)
  })

  it('makes one account of two sign-ups at the same moment', async () => {
    const email = freshEmail()
    const both = await Promise.all([1, 2].map(() => signUp(caller(), { email, password: PASSWORD })))
    expect(both.every((answer) => answer.ok)).toBe(true)
    expect((await personOf(email)).workplaces).toHaveLength(1)
  })

  it('waits after five tries for one address', async () => {
    const email = freshEmail()
    for (let turn = 0; turn < 5; turn++) must(await signUp(caller(), { email, password: PASSWORD }))
    expect(await signUp(caller(), { email, password: PASSWORD })).toMatchObject({
      error: { code: 'TOO_MANY_REQUESTS', retryAfter: expect.any(Number) },
    })
  })
})

describe('the sign-up form', () => {
  const fieldsOf = (input: unknown) => {
    const checked = check(SignUp, input)
    return checked.ok ? [] : (checked.error.fields ?? []).map(({ path, message }) => `${path}: ${message}`)
  }

  it('asks for twelve characters and nothing about their kind', () => {
    expect(fieldsOf({ email: 'a@example.org', password: 'abcdefghijk' })).toEqual([
      'password: Use at least 12 characters.',
    ])
    expect(fieldsOf({ email: 'a@example.org', password: 'abcdefghijkl' })).toEqual([])
    expect(fieldsOf({ email: 'a@example.org', password: 'x'.repeat(200) })).toEqual([])
    expect(fieldsOf({ email: 'a@example.org', password: 'x'.repeat(201) })).toHaveLength(1)
  })

  it('refuses the address as the password, in any case', () => {
    expect(fieldsOf({ email: 'Name@Example.org', password: 'NAME@example.ORG' })).toEqual([
      'password: Choose a password other than your mail address.',
    ])
  })

  it('names every wrong field, and a field that does not exist', () => {
    expect(fieldsOf({ email: 'nobody', password: 'short', platformAdmin: 'on' })).toEqual([
      'email: Enter a mail address such as name@hospital.org.',
      'password: Use at least 12 characters.',
      'platformAdmin: There is no field "platformAdmin" here. Leave it out.',
    ])
  })

  it('reads an address whatever its case and spaces', () => {
    expect(must(check(SignUp, { email: ' Name@Example.ORG ', password: PASSWORD })).email).toBe('name@example.org')
  })
})

describe('confirming an address', () => {
  it('works once', async () => {
    const email = freshEmail()
    await signUp(caller(), { email, password: PASSWORD })
    const token = await lastToken(email)
    must(await confirmAddress(caller(), { token }))
    expect((await personOf(email)).verifiedAt).toBeInstanceOf(Date)
    expect(await confirmAddress(caller(), { token })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  it('is granted to one of two who send the link at once', async () => {
    const email = freshEmail()
    await signUp(caller(), { email, password: PASSWORD })
    const token = await lastToken(email)
    const both = await Promise.all([confirmAddress(caller(), { token }), confirmAddress(caller(), { token })])
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
  })

  it('refuses a link that is too old, or was never sent', async () => {
    const email = freshEmail()
    await signUp(caller(), { email, password: PASSWORD })
    const { id } = await personOf(email)
    await reading(door, (tx) =>
      tx.token.updateMany({ where: { userId: id }, data: { expiresAt: new Date(Date.now() - 1000) } }),
    )
    expect((await confirmAddress(caller(), { token: await lastToken(email) })).ok).toBe(false)
    expect((await confirmAddress(caller(), { token: 'x'.repeat(43) })).ok).toBe(false)
    expect((await personOf(email)).verifiedAt).toBeNull()
  })

  it('may be asked for again, five times an hour, while it is needed', async () => {
    const person = await makePerson({ verified: false })
    for (let turn = 0; turn < 5; turn++) {
      expect(must(await resendVerification(person.grant('profile:write')))).toEqual({ to: person.email })
    }
    expect(await mailTo(person.email)).toHaveLength(5)
    expect(await resendVerification(person.grant('profile:write'))).toMatchObject({
      error: { code: 'TOO_MANY_REQUESTS' },
    })
    const confirmed = await makePerson()
    expect(await resendVerification(confirmed.grant('profile:write'))).toMatchObject({ error: { code: 'CONFLICT' } })
  })
})
