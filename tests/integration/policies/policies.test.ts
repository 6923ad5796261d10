import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AddVersion, CreatePolicy } from '@/lib/features/policies/schema'
import {
  addVersion,
  archivePolicy,
  bringBackPolicy,
  compareVersions,
  createPolicy,
  listPolicies,
} from '@/lib/features/policies/service'
import { findPolicies } from '@/lib/features/policies/store'
import { decide } from '@/lib/domain/access/grant'
import { reading, transaction } from '@/lib/server/db'
import { ok } from '@/lib/domain/shared/result'
import { check } from '@/lib/server/input'
import { loadBuiltIn } from '@/scripts/launch/contents'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, must, type TestPerson } from '../../support/people'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await loadBuiltIn(() => {})
})
afterAll(() => database.drop())

const TERMS = {
  note: '',
  base: 'cms_adjusted',
  multipleProcedure: true,
  endoscopy: true,
  assistants: true,
  splitShared: 'biller',
  schedule: 'by-date',
  factors: [{ modifier: '80', factor: '0' }],
}

const create = async (person: TestPerson, change: object = {}) => {
  const given = { workplaceId: person.workplaceId, name: 'Main contract', from: '2025-11-01', ...TERMS, ...change }
  return createPolicy(person.grant('workplace:write'), must(check(CreatePolicy, given)))
}
const add = async (person: TestPerson, id: string, change: object = {}) =>
  addVersion(person.grant('workplace:write'), must(check(AddVersion, { id, from: '2025-12-01', ...TERMS, ...change })))
const list = async (person: TestPerson) => must(await listPolicies(person.grant('profile:read'), person.workplaceId))
const inUse = async (person: TestPerson) => {
  const { inUse: policy } = await list(person)
  if (!policy) throw new Error('no policy in use')
  return policy
}

describe('a crediting policy of a workplace', () => {
  it('is written with its first version, and later ones count up whatever day they are for', async () => {
    const person = await makePerson()
    expect(await list(person)).toEqual({ workplace: 'My practice', preset: 'cms_adjusted', inUse: null, archived: [] })
    const { id } = must(await create(person, { note: 'Signed in October' }))
    expect(must(await add(person, id, { from: '2026-01-01', schedule: 'RVU24A' }))).toEqual({ id, version: 2 })
    expect(must(await add(person, id, { from: '2024-06-01', factors: [] }))).toEqual({ id, version: 3 })
    const policy = await inUse(person)
    expect(policy.versions.map(({ version, from, note }) => [version, from, note])).toEqual([
      [3, '2024-06-01', ''],
      [1, '2025-11-01', 'Signed in October'],
      [2, '2026-01-01', ''],
    ])
    expect(policy.versions[2]?.terms).toEqual({
      base: 'cms_adjusted',
      factors: { '80': '0' },
      multipleProcedure: true,
      endoscopy: true,
      assistants: true,
      splitShared: 'biller',
      schedule: { release: 'RVU24A' },
    })
    const audited = await asOwner<{ action: string }>(
      database.ownerUrl,
      `select action from audit where subject = '${id}' order by id`,
    )
    expect(audited.map(({ action }) => action)).toEqual([
      'policy.created',
      'policy.version-added',
      'policy.version-added',
    ])
  })

  it('keeps one policy in use, and what is written', async () => {
    const person = await makePerson()
    must(await create(person))
    expect(await create(person, { name: 'Another' })).toMatchObject({ error: { code: 'CONFLICT' } })
    const rewrite = transaction(person.grant('workplace:write'), async (tx) =>
      ok(await tx.policyVersion.updateMany({ data: { note: 'Changed' } })),
    )
    await expect(rewrite).rejects.toThrow(/permission denied/)
    const rename = transaction(person.grant('workplace:write'), async (tx) =>
      ok(await tx.creditingPolicy.updateMany({ data: { name: 'Changed' } })),
    )
    await expect(rename).rejects.toThrow(/permission denied/)
  })

  it('numbers versions apart that are written at the same moment', async () => {
    const person = await makePerson()
    const { id } = must(await create(person))
    const days = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01']
    const written = await Promise.all(days.map((from) => add(person, id, { from })))
    expect(written.map((each) => must(each).version).toSorted()).toEqual([2, 3, 4, 5])
    const [one, other] = [await makePerson(), await makePerson()]
    const rivals = await Promise.all([create(one), create(one), create(other)])
    expect(rivals.map((each) => each.ok).toSorted()).toEqual([false, true, true])
  })

  it('takes a correction from the same day, and keeps what it corrects', async () => {
    const person = await makePerson()
    const { id } = must(await create(person))
    const day = { from: '2026-05-01' }
    const written = [must(await add(person, id, day)), must(await add(person, id, day))]
    expect(written.map(({ version }) => version)).toEqual([2, 3])
  })

  it('ends at a hundred versions', async () => {
    const person = await makePerson()
    const { id } = must(await create(person))
    await asOwner(
      database.ownerUrl,
      `insert into policy_versions (policy_id, version, effective_from, terms)
       select policy_id, n, effective_from + n, terms from policy_versions, generate_series(2, 100) n
       where policy_id = '${id}'`,
    )
    expect(await add(person, id, { from: '2030-01-01' })).toMatchObject({
      error: { code: 'CONFLICT', message: /at most 100 versions/ },
    })
  })

  it('is archived and brought back as it was, unless another took its place', async () => {
    const person = await makePerson()
    const grant = person.grant('workplace:write')
    const { id } = must(await create(person))
    must(await archivePolicy(grant, { id }))
    must(await archivePolicy(grant, { id }))
    expect(await list(person)).toMatchObject({ inUse: null, archived: [{ id, archived: true }] })
    expect(await add(person, id)).toMatchObject({ error: { code: 'CONFLICT', message: /archived/ } })
    must(await bringBackPolicy(grant, { id }))
    must(await bringBackPolicy(grant, { id }))
    expect((await inUse(person)).versions).toHaveLength(1)
    must(await archivePolicy(grant, { id }))
    // Its name stays its own: cases say what they were credited under by name and version.
    expect(await create(person)).toMatchObject({ error: { fields: [{ path: 'name', code: 'taken' }] } })
    must(await create(person, { name: 'Second contract' }))
    expect(await bringBackPolicy(grant, { id })).toMatchObject({ error: { code: 'CONFLICT' } })
  })

  it('tells two versions apart, and the preset from the first', async () => {
    const person = await makePerson()
    const grant = person.grant('profile:read')
    const { id } = must(await create(person))
    must(await add(person, id, { factors: [], multipleProcedure: false }))
    expect(must(await compareVersions(grant, { id, before: 1, after: 2 }))).toMatchObject({
      before: { from: '2025-11-01', policy: { name: 'Main contract, version 1' } },
      after: { from: '2025-12-01', policy: { name: 'Main contract, version 2' } },
      differences: [
        { what: 'Multiple procedures', before: 'on', after: 'off' },
        { what: 'Factor of 80', before: '0%', after: '16%' },
      ],
    })
    expect(must(await compareVersions(grant, { id, before: 0, after: 1 }))).toMatchObject({
      before: { from: null, policy: { name: 'CMS adjusted' } },
      differences: [{ what: 'Factor of 80', before: '16%', after: '0%' }],
    })
    expect(await compareVersions(grant, { id, before: 1, after: 9 })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
})

describe('what is refused', () => {
  it('a release that is not installed, and nothing is written', async () => {
    const person = await makePerson()
    expect(await create(person, { schedule: 'RVU19A' })).toMatchObject({
      error: {
        fields: [{ path: 'schedule', code: 'RELEASE_NOT_INSTALLED', message: expect.stringContaining('RVU19A') }],
      },
    })
    expect((await list(person)).inUse).toBeNull()
  })
})

describe('two owners', () => {
  it('see and change nothing of each other', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const { id } = must(await create(person))
    const gone = { error: { code: 'NOT_FOUND' } }
    expect(await listPolicies(other.grant('profile:read'), person.workplaceId)).toMatchObject(gone)
    expect(await create(other, { workplaceId: person.workplaceId })).toMatchObject(gone)
    expect(await add(other, id)).toMatchObject(gone)
    expect(await archivePolicy(other.grant('workplace:write'), { id })).toMatchObject(gone)
    expect(await bringBackPolicy(other.grant('workplace:write'), { id })).toMatchObject(gone)
    const compared = await compareVersions(other.grant('profile:read'), { id, before: 0, after: 1 })
    expect(compared).toMatchObject(gone)
    expect(await reading(other.grant('profile:read'), (tx) => findPolicies(tx, other.grant('profile:read')))).toEqual(
      [],
    )
    expect((await inUse(person)).versions).toHaveLength(1)
  })

  it('are kept apart by the database too, and so are organizations', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    const { id } = must(await create(person))
    const seen = await reading(other.grant('profile:read'), async (tx) => [
      await tx.creditingPolicy.count(),
      await tx.policyVersion.count(),
    ])
    expect(seen).toEqual([0, 0])
    const intrude = transaction(other.grant('workplace:write'), async (tx) => {
      const row = { policyId: id, version: 2, effectiveFrom: new Date('2026-01-01'), terms: {} }
      return ok(await tx.policyVersion.createMany({ data: [row] }))
    })
    await expect(intrude).rejects.toThrow(/row-level security/)
    const organization = { organizationId: crypto.randomUUID(), name: 'Theirs' }
    const found = transaction(other.grant('workplace:write'), async (tx) =>
      ok(await tx.creditingPolicy.createMany({ data: [organization] })),
    )
    await expect(found).rejects.toThrow(/row-level security/)
    const both = `insert into policies (id, owner_id, workplace_id, organization_id, name)
      values (gen_random_uuid(), '${other.id}', '${other.workplaceId}', gen_random_uuid(), 'Both')`
    await expect(asOwner(database.ownerUrl, both)).rejects.toThrow(/policies_one_owner/)
    const theirs = `insert into policies (id, owner_id, workplace_id, name)
      values (gen_random_uuid(), '${other.id}', '${person.workplaceId}', 'Not theirs')`
    await expect(asOwner(database.ownerUrl, theirs)).rejects.toThrow(/policies_owner_id_workplace_id_fkey/)
  })
})

describe('who may', () => {
  it('write is a person whose address is confirmed, never a key', () => {
    const unconfirmed = { kind: 'person', id: crypto.randomUUID(), verified: false, platformAdmin: false } as const
    expect(decide(unconfirmed as Parameters<typeof decide>[0], 'workplace:write').ok).toBe(false)
    const key = { kind: 'key', owner: crypto.randomUUID(), scopes: ['cases:write', 'profile:read'] } as const
    expect(decide(key as unknown as Parameters<typeof decide>[0], 'workplace:write').ok).toBe(false)
    expect(decide({ kind: 'anonymous' }, 'profile:read').ok).toBe(false)
  })
})
