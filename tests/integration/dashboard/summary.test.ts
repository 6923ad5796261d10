import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decide } from '@/lib/domain/access/grant'
import { calendarDate } from '@/lib/domain/shared/date'
import { LogCase } from '@/lib/features/cases/schema'
import { logCase } from '@/lib/features/cases/service'
import { countCases } from '@/lib/features/cases/store'
import { SummaryInput, type Summary } from '@/lib/features/dashboard/schema'
import { readDashboard, summarize } from '@/lib/features/dashboard/service'
import { hasSample, clearSample, showSample } from '@/lib/features/samples/service'
import { onboard } from '@/lib/features/profile/service'
import { reading } from '@/lib/server/db'
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

const summary = async (person: TestPerson, input: object): Promise<Summary> =>
  must(await summarize(person.grant('case:read'), must(check(SummaryInput, input))))

const log = async (person: TestPerson, given: object) =>
  must(await logCase(person.grant('case:write'), must(check(LogCase, given))))

/**
 * RVU25D gives 47562 10.47 and 99213 1.30 work RVUs, each credited whole:
 * November 10.47 + 1.30 = 11.77 in two cases, December 1.30 in one; 13.07 in all, 10.47 of it Medicare's.
 */
async function threeCases(person: TestPerson): Promise<void> {
  const lap = { lines: [{ code: '47562' }], placeOfService: '22', payer: 'medicare', minutes: 60 }
  const visit = { lines: [{ code: '99213' }], placeOfService: '11' }
  await log(person, { ...lap, dateOfService: '2025-11-03' })
  await log(person, { ...visit, dateOfService: '2025-11-03' })
  await log(person, { ...visit, dateOfService: '2025-12-01' })
}

const settle = (person: TestPerson, answers: object) =>
  onboard(person.grant('profile:write'), {
    stage: 'attending',
    specialty: 'general-surgery',
    place: null,
    clinicalFte: '1',
    ...answers,
  } as Parameters<typeof onboard>[1])

describe('the summary', () => {
  it('sums by month, code and category, a case with two codes of one category once', async () => {
    const person = await makePerson()
    await threeCases(person)
    const months = await summary(person, { groupBy: 'month' })
    expect(months.items.map(({ key, creditedWorkRvu, cases }) => [key, creditedWorkRvu, cases])).toEqual([
      ['2025-11', '11.7700', 2],
      ['2025-12', '1.3000', 1],
    ])
    expect(months.totals).toEqual({
      workRvu: '13.07',
      creditedWorkRvu: '13.0700',
      trainingWorkRvu: '0.0000',
      cases: 3,
      lines: 3,
      manual: { lines: 0, workRvu: '0.00', creditedWorkRvu: '0.0000', trainingWorkRvu: '0.0000' },
    })
    expect(months.sample).toBe(false)
    const codes = await summary(person, { groupBy: 'code' })
    expect(codes.items.map(({ key, creditedWorkRvu }) => [key, creditedWorkRvu])).toEqual([
      ['47562', '10.4700'],
      ['99213', '2.6000'],
    ])
    await log(person, {
      dateOfService: '2025-12-02',
      placeOfService: '22',
      lines: [{ code: '47562' }, { code: '49505' }],
    })
    const categories = await summary(person, { groupBy: 'category', from: '2025-12-02' })
    expect(categories.items.map(({ key, cases, lines }) => [key, cases, lines])).toEqual([['surgery', 1, 2]])
  })

  it('leaves out what lies outside of the days asked for', async () => {
    const person = await makePerson()
    await threeCases(person)
    const december = await summary(person, { from: '2025-11-04', to: '2025-12-31', groupBy: 'day' })
    expect(december.items.map(({ key }) => key)).toEqual(['2025-12-01'])
    expect(december.totals.creditedWorkRvu).toBe('1.3000')
    expect((await summary(person, { to: '2025-11-02' })).totals.cases).toBe(0)
    expect(check(SummaryInput, { from: '2025-12-02', to: '2025-12-01' }).ok).toBe(false)
  })

  it('never shows one person the log of another, and needs a confirmed address', async () => {
    const [owner, other] = [await makePerson(), await makePerson()]
    await threeCases(owner)
    expect((await summary(other, {})).totals.cases).toBe(0)
    expect((await readDashboard(other.grant('case:read'))).kind).toBe('empty')
    const unverified = await makePerson({ verified: false })
    expect(decide(unverified.actor, 'case:read')).toMatchObject({ ok: false, error: { code: 'NOT_ALLOWED' } })
  })
})

describe('the dashboard of an attending', () => {
  it('counts from the first logged day and projects nothing under 20 working days', async () => {
    const person = await makePerson()
    await settle(person, {})
    await threeCases(person)
    const dashboard = await readDashboard(person.grant('case:read'))
    if (dashboard.kind !== 'attending') throw new Error(dashboard.kind)
    // November 3 to December 1 without the 11th and the 27th: 5 + 4 + 5 + 4 + 1 = 19 working days.
    expect(dashboard.period).toEqual({ from: '2025-11-03', to: '2025-12-31' })
    expect(dashboard.outlook.days.elapsed).toBe(19)
    expect(dashboard.outlook.toDate).toBe('13.07')
    expect(dashboard.outlook.projected).toBeNull()
    expect(dashboard.outlook.target).toBeNull()
    // 13.07 / 19 = 0.6879; 13.07 / 2 days with cases = 6.535; 10.47 in one timed hour.
    expect(dashboard.rates.map(({ rate }) => rate)).toEqual(['0.69', '6.54', '10.47'])
    expect(dashboard.mix.map(({ slug, creditedWorkRvu, share }) => [slug, creditedWorkRvu, share])).toEqual([
      ['digestive', '10.4700', '0.8011'],
      ['evaluation-management', '2.6000', '0.1989'],
    ])
    expect(dashboard.basis).toEqual({ releases: ['RVU25D'], policies: [expect.any(String)] })
    // Medicare's cases alone meet the Medicare table, and not before 20 working days.
    const { standing } = dashboard
    if (standing.kind !== 'placed') throw new Error(standing.kind)
    expect(standing.part).toEqual({ value: '10.47', from: 'medicare-lines' })
    expect(standing.position).toMatchObject({ withheld: 'TOO_FEW_DAYS', percentile: null })
    expect(standing.table.id).toBe('medicare-2012-200plus-at-2025-general-surgery')
  })

  it('shows no place on the Medicare table while neither payer nor share is known', async () => {
    const person = await makePerson()
    await settle(person, {})
    await log(person, { dateOfService: '2025-11-03', placeOfService: '22', lines: [{ code: '47562' }] })
    const dashboard = await readDashboard(person.grant('case:read'))
    expect(dashboard).toMatchObject({ kind: 'attending', standing: { kind: 'share-unknown' } })
  })
})

describe('values entered by hand', () => {
  const own = { code: '77777', manual: { workRvu: '12.00' } }
  const mixed = { dateOfService: '2025-11-03', placeOfService: '22', lines: [{ code: '47562' }, own] }

  it('stand on the dashboard of an attending, apart from every other number', async () => {
    const person = await makePerson()
    await settle(person, {})
    await log(person, mixed)
    // 10.47 of RVU25D; 12.00 entered.
    expect(await readDashboard(person.grant('case:read'))).toMatchObject({
      kind: 'attending',
      outlook: { toDate: '10.47' },
      entered: { lines: 1, workRvu: '12.00', creditedWorkRvu: '12.0000', trainingWorkRvu: '0.0000' },
    })
    const counts = await reading(person.grant('case:read'), (tx) => countCases(tx, person.grant('case:read')))
    expect(counts).toMatchObject({ cases: 1, credited: '10.4700', entered: '12.0000' })
  })

  it.each(['resident', 'student'] as const)('are work in training for a %s', async (stage) => {
    const person = await makePerson()
    await settle(person, stage === 'resident' ? { stage, trainingYear: 3 } : { stage })
    await log(person, { ...mixed, role: stage })
    expect(await readDashboard(person.grant('case:read'))).toMatchObject({
      kind: stage,
      trainingWorkRvu: '10.4700',
      entered: { lines: 1, creditedWorkRvu: '0.0000', trainingWorkRvu: '12.0000' },
    })
    const counts = await reading(person.grant('case:read'), (tx) => countCases(tx, person.grant('case:read')))
    expect(counts).toMatchObject({ training: '10.4700', entered: '12.0000' })
  })
})

describe('sample data', () => {
  it('come in one click, are credited by the engine, and go in one click', async () => {
    const person = await makePerson()
    await settle(person, {})
    const { added } = must(await showSample(person.grant('case:write')))
    expect(added).toBeGreaterThan(150)
    expect(must(await showSample(person.grant('case:write'))).added).toBe(0)
    expect(await hasSample(person.grant('case:read'))).toBe(true)
    const dashboard = await readDashboard(person.grant('case:read'))
    expect(dashboard).toMatchObject({ kind: 'attending', sample: true, hasSample: true, targetSuggested: true })
    const sums = await summary(person, {})
    expect(sums).toMatchObject({ sample: true, totals: { cases: added } })
    expect(must(await clearSample(person.grant('case:write'))).removed).toBe(added)
    expect((await readDashboard(person.grant('case:read'))).kind).toBe('empty')
  })

  it('are never added to own cases, which stay when the sample goes', async () => {
    const person = await makePerson()
    await settle(person, {})
    await threeCases(person)
    must(await showSample(person.grant('case:write')))
    expect(await summary(person, {})).toMatchObject({ sample: false, totals: { creditedWorkRvu: '13.0700', cases: 3 } })
    expect(await readDashboard(person.grant('case:read'))).toMatchObject({ sample: false, hasSample: true, cases: 3 })
    must(await clearSample(person.grant('case:write')))
    expect((await summary(person, {})).totals.cases).toBe(3)
    expect(await hasSample(person.grant('case:read'))).toBe(false)
  })

  it('of one person are neither seen nor cleared by another', async () => {
    const [owner, other] = [await makePerson(), await makePerson()]
    await settle(owner, {})
    must(await showSample(owner.grant('case:write')))
    expect(must(await clearSample(other.grant('case:write'))).removed).toBe(0)
    expect(await hasSample(other.grant('case:read'))).toBe(false)
    expect(await hasSample(owner.grant('case:read'))).toBe(true)
  })
})

describe('the dashboards of trainees', () => {
  it('count a resident’s cases toward published minimums and keep training work apart', async () => {
    const person = await makePerson()
    await settle(person, { stage: 'resident', trainingYear: 4 })
    await log(person, { dateOfService: '2025-11-03', placeOfService: '22', lines: [{ code: '47562' }] })
    await log(person, {
      dateOfService: '2025-11-04',
      placeOfService: '22',
      role: 'assistant',
      lines: [{ code: '47562' }],
    })
    const dashboard = await readDashboard(person.grant('case:read'))
    if (dashboard.kind !== 'resident' || !dashboard.training) throw new Error(dashboard.kind)
    const doneIn = (slug: string) =>
      dashboard.training?.progress.categories.find(({ category }) => category.slug === slug)?.done
    // The one as resident counts; an assist counts nowhere.
    expect([doneIn('abdominal-biliary'), doneIn('laparoscopic-basic'), doneIn('total-major-cases')]).toEqual([1, 1, 1])
    expect(dashboard.training.progress.notCounted).toHaveLength(1)
    // Published 2017: more than five years old, so nothing is met or not met.
    expect(new Set(dashboard.training.progress.categories.map(({ standing }) => standing))).toEqual(
      new Set(['not-judged']),
    )
    // 10.47 as resident is training work alone.
    const roles = await summary(person, { groupBy: 'role' })
    expect(roles.items.find(({ key }) => key === 'resident')).toMatchObject({
      creditedWorkRvu: '0.0000',
      trainingWorkRvu: '10.4700',
    })
    // PGY-4 in November 2025 ends in June 2026, and the fifth year in June 2027.
    expect(dashboard.graduation).toBe(calendarDate('2027-06-30'))
  })

  it('show a student what they have seen, by the title of each code', async () => {
    const person = await makePerson()
    await settle(person, { stage: 'student' })
    const seen = { placeOfService: '22', lines: [{ code: '47562' }] }
    await log(person, { ...seen, dateOfService: '2025-11-03' })
    await log(person, { ...seen, dateOfService: '2025-11-04' })
    await log(person, { dateOfService: '2025-11-04', placeOfService: '11', lines: [{ code: '99213' }] })
    const dashboard = await readDashboard(person.grant('case:read'))
    if (dashboard.kind !== 'student') throw new Error(dashboard.kind)
    expect(dashboard.codes.map(({ code, cases }) => [code, cases])).toEqual([
      ['47562', 2],
      ['99213', 1],
    ])
    expect(dashboard.codes.every(({ title }) => title !== null)).toBe(true)
    expect(dashboard.kinds[0]).toMatchObject({ slug: 'digestive', cases: 2, share: '0.6667' })
  })
})
