import { beforeEach, describe, expect, it } from 'vitest'
import { decide } from '@/lib/domain/access/grant'
import { sitePath } from '@/lib/features/accounts/schema'
import { claimSetup, ensureSetupToken } from '@/lib/features/accounts/service'
import { reading } from '@/lib/server/db'
import { sha256 } from '@/lib/server/secret'
import { systemGrant } from '@/lib/server/session'
import { makePerson, must } from '../../support/people'

const door = systemGrant('account:open')
const isAdmin = async (id: string) =>
  (await reading(door, (tx) => tx.user.findUniqueOrThrow({ where: { id }, select: { platformAdmin: true } })))
    .platformAdmin

describe('the first administrator of the platform', () => {
  // Whoever runs the platform is the same for every test of this database.
  beforeEach(() => reading(door, (tx) => tx.user.updateMany({ data: { platformAdmin: false } })))

  it('is the person who posts the token of the last start, once', async () => {
    const token = (await ensureSetupToken()) ?? ''
    const [kept] = await reading(door, (tx) => tx.installation.findMany({ where: { key: 'setup-token' } }))
    expect(kept?.value).toBe(sha256(token))
    const [person, late] = [await makePerson(), await makePerson()]
    must(await claimSetup(person.grant('platform:claim'), { token }))
    expect(await isAdmin(person.id)).toBe(true)
    expect(await claimSetup(late.grant('platform:claim'), { token })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await isAdmin(late.id)).toBe(false)
    expect(await ensureSetupToken()).toBeNull()
  })

  it('is one of two who post it at once', async () => {
    const token = (await ensureSetupToken()) ?? ''
    const people = [await makePerson(), await makePerson()]
    const claims = await Promise.all(people.map((person) => claimSetup(person.grant('platform:claim'), { token })))
    expect(claims.filter((claim) => claim.ok)).toHaveLength(1)
  })

  it('is nobody with a wrong token or that of an earlier start, and not after ten tries', async () => {
    const earlier = (await ensureSetupToken()) ?? ''
    const token = (await ensureSetupToken()) ?? ''
    const person = await makePerson()
    const claim = (tried: string) => claimSetup(person.grant('platform:claim'), { token: tried })
    expect(await claim('x'.repeat(43))).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await claim(earlier)).toMatchObject({ error: { code: 'NOT_FOUND' } })
    for (let turn = 2; turn < 10; turn++) await claim('x'.repeat(43))
    expect(await claim(token)).toMatchObject({ error: { code: 'TOO_MANY_REQUESTS' } })
    expect(await isAdmin(person.id)).toBe(false)
  })

  it('has confirmed their address', async () => {
    const person = await makePerson({ verified: false })
    expect(decide(person.actor, 'platform:claim')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    expect(decide({ kind: 'anonymous' }, 'platform:claim')).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
  })
})

describe('the page to go on to', () => {
  it.each([
    ['/log', '/log'],
    ['/cases?from=2026-01-01#top', '/cases?from=2026-01-01#top'],
    ['/setup?token=abc', '/setup?token=abc'],
  ])('is %s', (given, expected) => {
    expect(sitePath(given, '/dashboard')).toBe(expected)
  })

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/./\\evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'log',
    '',
    undefined,
    ['/log', '/cases'],
  ])('is never off this site: %j', (given) => {
    expect(sitePath(given, '/dashboard')).toBe('/dashboard')
  })
})
