import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { POLICY_SAMPLES } from '@/lib/domain/sample/policy-sample'
import { calendarDate } from '@/lib/domain/shared/date'
import { ChangeCase, ListCases, LogCase } from '@/lib/features/cases/schema'
import { changeCase, getCase, listCases, logCase } from '@/lib/features/cases/service'
import { AddVersion, CreatePolicy } from '@/lib/features/policies/schema'
import { addVersion, archivePolicy, createPolicy, creditSample } from '@/lib/features/policies/service'
import { PreviewInput } from '@/lib/features/quick-log/schema'
import { preview } from '@/lib/features/quick-log/service'
import { saveWorkplace } from '@/lib/features/profile/service'
import { showSample } from '@/lib/features/samples/service'
import { check } from '@/lib/server/input'
import { loadBuiltIn } from '@/scripts/launch/contents'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
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
  factors: [],
}
const writer = (person: TestPerson) => person.grant('workplace:write')

const create = async (person: TestPerson, from: string, change: object) =>
  must(
    await createPolicy(
      writer(person),
      must(check(CreatePolicy, { workplaceId: person.workplaceId, name: 'Main contract', from, ...TERMS, ...change })),
    ),
  ).id

const add = async (person: TestPerson, id: string, from: string, change: object) =>
  must(await addVersion(writer(person), must(check(AddVersion, { id, from, ...TERMS, ...change }))))

const log = async (person: TestPerson, dateOfService: string, lines: readonly object[]) =>
  must(await logCase(person.grant('case:write'), must(check(LogCase, { dateOfService, lines }))))

const TWO = [{ code: '47562' }, { code: '49505' }]
const credited = async (person: TestPerson, date: string) => {
  const { policy, totals } = await log(person, date, TWO)
  return [policy, totals.creditedWorkRvu]
}

describe('a case is credited under the policy of its date of service', () => {
  it('which is the preset before the first version, then each version from its day on', async () => {
    const person = await makePerson()
    const id = await create(person, '2025-08-01', { multipleProcedure: false })
    await add(person, id, '2025-10-01', { factors: [{ modifier: '51', factor: '0.25' }] })
    // RVU25: 47562 10.47, 49505 7.96 (CMS). Half of the second: 10.47 + 3.98; in full: 18.43; a quarter: 10.47 + 1.99.
    expect(await credited(person, '2025-07-31')).toEqual(['cms_adjusted', '14.4500'])
    expect(await credited(person, '2025-08-01')).toEqual(['Main contract, version 1', '18.4300'])
    expect(await credited(person, '2025-09-30')).toEqual(['Main contract, version 1', '18.4300'])
    expect(await credited(person, '2025-10-01')).toEqual(['Main contract, version 2', '12.4600'])
  })

  it('and keeps its number when a version is added for that day, until it is edited', async () => {
    const person = await makePerson()
    const id = await create(person, '2025-08-01', { multipleProcedure: false })
    const { id: kept } = await log(person, '2025-10-15', TWO)
    await add(person, id, '2025-10-01', { factors: [{ modifier: '51', factor: '0.25' }] })
    const before = must(await getCase(person.grant('case:read'), { id: kept }))
    expect([before.policy, before.totals.creditedWorkRvu]).toEqual(['Main contract, version 1', '18.4300'])
    const change = must(check(ChangeCase, { id: kept, version: before.version, label: 'Room 4' }))
    const after = must(await changeCase(person.grant('case:write'), change))
    expect([after.policy, after.totals.creditedWorkRvu]).toEqual(['Main contract, version 2', '12.4600'])
  })

  it('goes back to the preset where the policy is archived, whichever that is', async () => {
    const person = await makePerson()
    const id = await create(person, '2025-08-01', {
      multipleProcedure: false,
      factors: [{ modifier: '80', factor: '0' }],
    })
    must(await archivePolicy(writer(person), { id }))
    expect(await credited(person, '2025-10-15')).toEqual(['cms_adjusted', '14.4500'])
    const workplace = { name: 'My practice', clinicalFte: '1', annualTarget: null, placeOfService: '22' }
    must(await saveWorkplace(writer(person), { ...workplace, id: person.workplaceId, policy: 'partial' }))
    expect(await credited(person, '2025-10-15')).toEqual(['partial', '18.4300'])
  })

  it('by the work of a frozen release, paid by date', async () => {
    const person = await makePerson()
    await create(person, '2026-01-01', { schedule: 'RVU25D' })
    // RVU26C has 47562 at 10.21 (CMS); the frozen table keeps 10.47.
    const { totals, lines } = await log(person, '2026-08-03', [{ code: '47562' }])
    expect([totals.workRvu, totals.creditedWorkRvu, lines[0]?.release]).toEqual(['10.21', '10.4700', 'RVU26C'])
  })

  it('is another workplace’s own matter, and another person’s', async () => {
    const [person, other] = [await makePerson(), await makePerson()]
    await create(person, '2025-08-01', { multipleProcedure: false })
    expect(await credited(other, '2025-10-15')).toEqual(['cms_adjusted', '14.4500'])
  })
})

describe('what is shown before it is logged', () => {
  it('is credited day by day, and says by what', async () => {
    const person = await makePerson()
    await create(person, '2025-08-01', { multipleProcedure: false })
    const text = '47562 49505 2025-07-31\n47562 49505 2025-08-01'
    const shown = must(await preview(person.grant('case:write'), must(check(PreviewInput, { text }))))
    expect(shown.policy).toBe('Main contract, version 1')
    expect(shown.cases.map(({ policy, creditedWorkRvu }) => [policy, creditedWorkRvu])).toEqual([
      ['cms_adjusted', '14.4500'],
      ['Main contract, version 1', '18.4300'],
    ])
  })

  it('and sample data goes by the same days', async () => {
    const person = await makePerson()
    await create(person, '2020-01-01', { assistants: true })
    must(await showSample(person.grant('case:write')))
    const page = must(await listCases(person.grant('case:read'), must(check(ListCases, {}))))
    expect(new Set(page.items.map(({ policy }) => policy))).toEqual(new Set(['Main contract, version 1']))
  })
})

describe('the samples that show a policy', () => {
  it.each(POLICY_SAMPLES.map((sample) => [sample.id, sample] as const))(
    '%s holds no line in doubt',
    async (_, sample) => {
      const answer = must(await creditSample(sample, POLICY_PRESETS.cms_adjusted, calendarDate('2026-11-02')))
      expect(answer.lines.map(({ code, valid }) => [code, valid])).toEqual(sample.lines.map(({ code }) => [code, true]))
      expect(answer.lines.every(({ creditedWorkRvu }) => Number(creditedWorkRvu) > 0)).toBe(true)
      const full = must(await creditSample(sample, POLICY_PRESETS.unadjusted, calendarDate('2026-11-02')))
      expect(full.totals.creditedWorkRvu).not.toBe(answer.totals.creditedWorkRvu)
    },
  )
})
