import { beforeEach, describe, expect, it } from 'vitest'
import { DELETE as deleteByQuery, GET, POST } from '@/app/api/v1/keys/route'
import { DELETE as deleteByPath } from '@/app/api/v1/keys/[id]/route'
import { decide } from '@/lib/domain/access/grant'
import { CreateKey } from '@/lib/features/keys/schema'
import { createKey, listKeys, revokeKey } from '@/lib/features/keys/service'
import { callerOf } from '@/lib/server/caller'
import { reading } from '@/lib/server/db'
import { check } from '@/lib/server/input'
import { sha256 } from '@/lib/server/secret'
import { makePerson, must, type TestPerson } from '../../support/people'

const page = { limit: 20 }
const make = async (person: TestPerson, name = 'Spreadsheet') =>
  must(await createKey(person.grant('key:manage'), { name, scopes: ['cases:read'] }))

/** Whom the interface takes the bearer of a key for. */
const holder = async (key: string) =>
  (await callerOf(new Request('http://127.0.0.1/api/v1/cases', { headers: { authorization: `Bearer ${key}` } }))).actor
const unknown = { error: { code: 'NOT_SIGNED_IN' } }

describe('an API key', () => {
  let person: TestPerson
  beforeEach(async () => {
    person = await makePerson()
  })

  it('is told once and kept as a hash', async () => {
    const made = await make(person)
    expect(made.key).toMatch(/^rvu_[\w-]{43}$/)
    expect(made.prefix).toBe(made.key.slice(0, 10))
    const grant = person.grant('key:manage')
    const [kept] = await reading(grant, (tx) => tx.apiKey.findMany())
    expect(kept).toMatchObject({ hash: sha256(made.key), scopes: ['cases:read'] })
    expect(JSON.stringify([kept, must(await listKeys(grant, page))])).not.toContain(made.key)
  })

  it('acts for its owner within its scopes', async () => {
    const { key } = await make(person)
    const actor = must(await holder(key))
    expect(actor).toEqual({ kind: 'key', owner: person.id, scopes: ['cases:read'] })
    expect(decide(actor, 'case:read').ok).toBe(true)
    expect(decide(actor, 'case:write').ok).toBe(false)
    expect(decide(actor, 'key:manage').ok).toBe(false)
  })

  it('opens nothing once it is revoked, and can be revoked once', async () => {
    const { id, key } = await make(person)
    must(await revokeKey(person.grant('key:manage'), { id }))
    expect(await holder(key)).toMatchObject(unknown)
    expect(must(await listKeys(person.grant('key:manage'), page)).items).toEqual([])
    expect(await revokeKey(person.grant('key:manage'), { id })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  it('of another person is not found, not listed and not revoked', async () => {
    const { id, key } = await make(person)
    const other = await makePerson()
    expect(must(await listKeys(other.grant('key:manage'), page)).items).toEqual([])
    expect(await revokeKey(other.grant('key:manage'), { id })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(must(await listKeys(other.grant('key:manage'), { ...page, cursor: id })).items).toEqual([])
    expect(must(await holder(key))).toMatchObject({ owner: person.id })
  })

  it('says when it was last used, to the hour, whatever else its owner has', async () => {
    const grant = person.grant('key:manage')
    const [used, idle] = [await make(person, 'used'), await make(person, 'idle')]
    const usedAt = async () => {
      const { items } = must(await listKeys(grant, page))
      expect(items.find(({ id }) => id === idle.id)?.lastUsedAt).toBeNull()
      return items.find(({ id }) => id === used.id)?.lastUsedAt ?? null
    }
    const lastUsed = async (minutes: number): Promise<string> => {
      const lastUsedAt = new Date(Date.now() - minutes * 60_000)
      await reading(grant, (tx) => tx.apiKey.updateMany({ where: { id: used.id }, data: { lastUsedAt } }))
      return lastUsedAt.toISOString()
    }
    expect(used.lastUsedAt).toBeNull()
    expect(await usedAt()).toBeNull()
    must(await holder(used.key))
    const first = Date.parse((await usedAt()) ?? '')
    expect(Math.abs(Date.now() - first)).toBeLessThan(60_000)

    const recent = await lastUsed(59)
    await Promise.all([holder(used.key), holder(used.key)])
    expect(await usedAt()).toBe(recent)

    await lastUsed(61)
    await Promise.all([holder(used.key), holder(used.key), holder(used.key)])
    expect(Date.parse((await usedAt()) ?? '')).toBeGreaterThanOrEqual(first)
  })

  it('that was revoked is not used by trying it', async () => {
    const { id, key } = await make(person)
    must(await revokeKey(person.grant('key:manage'), { id }))
    await holder(key)
    const [kept] = await reading(person.grant('key:manage'), (tx) => tx.apiKey.findMany({ where: { id } }))
    expect(kept?.lastUsedAt).toBeNull()
  })

  it('needs a confirmed address', async () => {
    const unverified = await makePerson({ verified: false })
    expect(decide(unverified.actor, 'key:manage')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
  })

  it('lists the newest first, a page at a time', async () => {
    for (const name of ['first', 'second', 'third']) await make(person, name)
    const grant = person.grant('key:manage')
    const newest = must(await listKeys(grant, { limit: 2 }))
    expect(newest.items.map(({ name }) => name)).toEqual(['third', 'second'])
    const rest = must(await listKeys(grant, { limit: 2, cursor: newest.nextCursor ?? '' }))
    expect(rest).toMatchObject({ items: [{ name: 'first' }], nextCursor: null })
  })

  it('leaves a trace of who made and who revoked it', async () => {
    const { id } = await make(person)
    must(await revokeKey(person.grant('key:manage'), { id }))
    const trail = await reading(person.grant('profile:read'), (tx) =>
      tx.auditEntry.findMany({ where: { subject: id }, orderBy: { id: 'asc' }, select: { action: true, actor: true } }),
    )
    expect(trail).toEqual([
      { action: 'key.created', actor: `person:${person.id}` },
      { action: 'key.revoked', actor: `person:${person.id}` },
    ])
  })
})

describe('the form of a key', () => {
  it.each([
    [{ name: '', scopes: ['cases:read'] }, 'name'],
    [{ name: 'x', scopes: [] }, 'scopes'],
    [{ name: 'x', scopes: ['platform:admin'] }, 'scopes.0'],
    [{ name: 'x', scopes: ['cases:read'], ownerId: 'another' }, 'ownerId'],
  ])('says what is wrong with %j', (input, path) => {
    expect(check(CreateKey, input)).toMatchObject({ error: { fields: [{ path }] } })
  })
})

describe('/api/v1/keys', () => {
  const request = (method: string, key: string | null, path = '', body?: unknown) =>
    new Request(`http://127.0.0.1:3000/api/v1/keys${path}`, {
      method,
      headers: key === null ? {} : { authorization: `Bearer ${key}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const context = (params: Record<string, string> = {}) => ({ params: Promise.resolve(params) })

  it('answers nobody, and no key whatever its scopes', async () => {
    const person = await makePerson()
    const { id, key } = must(
      await createKey(person.grant('key:manage'), {
        name: 'All',
        scopes: ['cases:read', 'cases:write', 'profile:read'],
      }),
    )
    const body = { name: 'Another', scopes: ['cases:read'] }
    for (const [caller, status] of [
      [null, 401],
      [key, 403],
    ] as const) {
      expect((await GET(request('GET', caller), context())).status).toBe(status)
      expect((await POST(request('POST', caller, '', body), context())).status).toBe(status)
      expect((await deleteByQuery(request('DELETE', caller, `?id=${id}`), context())).status).toBe(status)
      expect((await deleteByPath(request('DELETE', caller, `/${id}`), context({ id }))).status).toBe(status)
    }
    expect(must(await holder(key))).toMatchObject({ owner: person.id })
  })
})
