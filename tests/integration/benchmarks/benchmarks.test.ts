import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BlendInput, ListBenchmarks, PaceInput, PositionInput } from '@/lib/features/benchmarks/schema'
import { blendBenchmarks, listBenchmarks, placeOnBenchmark } from '@/lib/features/benchmarks/service'
import { calculatePace } from '@/lib/features/pace/service'
import { check } from '@/lib/server/input'
import { loadBuiltIn } from '@/scripts/launch/contents'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { must } from '../../support/people'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await loadBuiltIn(() => {})
})
afterAll(() => database.drop())

const list = async (input: object) => must(await listBenchmarks(must(check(ListBenchmarks, input))))
const place = (input: object) => placeOnBenchmark(must(check(PositionInput, input)))

describe('benchmark tables', () => {
  it('come with their source, the default one of a specialty first, by slug or published name', async () => {
    const bySlug = await list({ specialty: 'general-surgery' })
    expect(bySlug.items[0]).toMatchObject({
      id: 'medicare-2012-200plus-at-2025-general-surgery',
      year: 2012,
      n: 1178,
      percentiles: { p10: '312.1', p25: '471.4', p50: '779.9', p75: '1257.4', p90: '2044.4' },
      source: { verified: true },
    })
    expect((await list({ specialty: 'General Surgery' })).items).toEqual(bySlug.items)
    // A mean has no percentiles, and none are made up.
    const mean = bySlug.items.find(({ id }) => id.startsWith('medicare-2023-mean'))
    expect(mean).toMatchObject({ mean: '597.9', percentiles: { p10: null, p50: null, p90: null } })
    expect((await list({ specialty: 'nothing-such' })).items).toEqual([])
  })

  it('page by key until all were seen once', async () => {
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const page = await list({ limit: '100', ...(cursor === null ? {} : { cursor }) })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor
    } while (cursor !== null)
    expect(new Set(seen).size).toBe(seen.length)
    // 3 series of 55 specialties or more in 2012, and the means of 2023.
    expect(seen.length).toBeGreaterThan(200)
    expect(await listBenchmarks({ limit: 20, cursor: 'not-one' })).toMatchObject({ error: { code: 'INVALID_INPUT' } })
  })
})

describe('a position', () => {
  it('is found on a table by its id, straight between its points', async () => {
    // 1018.65 lies halfway between 779.9 and 1257.4: 50 + 25 / 2 = 62.5.
    const found = must(await place({ tableId: 'medicare-2012-200plus-at-2025-general-surgery', value: '1018.65' }))
    expect(found).toMatchObject({ percentile: '62.5', beyondTable: null, value: '1018.65' })
    expect(await place({ tableId: 'none', value: '1' })).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  it('uses the clinical FTE on percentiles that are sent, and says when it is beyond them', async () => {
    const percentiles = { p10: '3000', p25: '4200', p50: '5500', p75: '7000', p90: '9000' }
    // Domain F1 and F2: 4880 / 0.80 = 6100, the 60th; 9800 is beyond, 96.0 for sorting.
    expect(must(await place({ percentiles, value: '4880', clinicalFte: '0.8' }))).toMatchObject({
      percentile: '60.0',
      perClinicalFte: '6100.00',
    })
    expect(must(await place({ percentiles, value: '9800' }))).toMatchObject({
      percentile: '96.0',
      beyondTable: 'above',
    })
    expect(must(await place({ percentiles, percentile: '60' }))).toMatchObject({ value: '6100.00' })
  })
})

describe('blend and pace', () => {
  it('give the worked examples of the domain', async () => {
    // F4: 60% of 5500 and 40% of 7000 is 6100.
    const parts = [
      { share: '0.6', percentiles: { p50: '5500' } },
      { share: '0.4', percentiles: { p50: '7000' } },
    ]
    expect(must(await blendBenchmarks(must(check(BlendInput, { parts })))).percentiles.p50).toBe('6100.00')
    // F3: 3100 / 124 x 250 = 6250; 6000 x 124 / 250 = 2976; 3100 / 2976 = 1.0417.
    const pace = { workRvuToDate: '3100', asOf: '2026-06-30', year: 2026, annualTarget: '6000' }
    expect(must(await calculatePace(must(check(PaceInput, pace))))).toEqual({
      workingDaysElapsed: 124,
      workingDaysInPeriod: 250,
      annualized: '6250.00',
      expectedToDate: '2976.00',
      variance: '124.00',
      pace: '1.0417',
    })
  })
})
