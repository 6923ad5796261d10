import { describe, expect, it } from 'vitest'
import { mixFinding, standingFinding, trendFinding, yearFinding } from '@/components/dashboard/attending-findings'
import { roundTicks } from '@/components/dashboard/ticks'
import { amountName, releaseNames, roughly } from '@/components/dashboard/words'
import { medicareStanding, type MedicareWork } from '@/lib/domain/benchmark/medicare-standing'
import type { BenchmarkTable } from '@/lib/domain/benchmark/table'
import { outlookOf } from '@/lib/domain/pace/outlook'
import { calendarYear, FEDERAL_CALENDAR } from '@/lib/domain/pace/working-days'
import { calendarDate as date } from '@/lib/domain/shared/date'

const period = calendarYear(2026)
const outlook = (toDate: string, target: string | null, asOf = '2026-06-30') =>
  outlookOf({ toDate, target, period, asOf: date(asOf), calendar: FEDERAL_CALENDAR, months: [], weeks: [] })
const said = (toDate: string, target: string | null, asOf?: string) =>
  yearFinding({ period, outlook: outlook(toDate, target, asOf) })

describe('the sentence of a year', () => {
  it('says the pace against a target, and where the year is heading', () => {
    // 3100 / 2976 = 1.0417; 3100 / 124 x 250 = 6250. 2900 / 2976 = 0.9745, heading for 5846.77.
    expect(said('3100', '6000')).toBe('You are 4.2% ahead of the pace for 6,000, and heading for about 6,250.')
    expect(said('2900', '6000')).toBe('You are 2.6% behind the pace for 6,000, and heading for about 5,850.')
    expect(said('2976', '6000')).toBe('You are on the pace for 6,000, and heading for about 6,000.')
    expect(said('6100', '6000')).toContain('You have passed 6,000')
  })

  it('says what was credited without a target, and no projection under 20 working days', () => {
    expect(said('3100', null)).toBe('3,100.00 work RVUs credited in 2026, heading for about 6,250.')
    // January 2 to 16, 2026: 11 working days.
    expect(said('120.5', '6000', '2026-01-16')).toBe(
      '120.50 work RVUs credited in 11 working days. A projection needs 20.',
    )
  })

  it('names the months of the trend', () => {
    const of = (months: readonly (readonly [string, string])[], target: string | null) =>
      trendFinding({
        outlook: outlookOf({
          toDate: '0',
          target,
          period,
          asOf: date('2026-03-31'),
          calendar: FEDERAL_CALENDAR,
          months: months.map(([month, credited]) => ({ month, credited })),
          weeks: [],
        }),
      })
    // 28 a day for 7,000: 560 by January 31, 1,092 by February 28, 1,708 by March 31.
    const ahead = [['2026-01', '500'], ['2026-02', '700'], ['2026-03', '700']] as const // prettier-ignore
    expect(of(ahead, '7000')).toBe('Ahead of the pace since February')
    expect(of([['2026-01', '10']], '7000')).toBe('Behind the pace in every month so far')
    expect(of(ahead, null)).toBe('February is the strongest month, with 700.00')
  })
})

const table = {
  id: 'a',
  isDefault: true,
  basis: 'clinician',
  medicareOnly: true,
  percentiles: { p10: '312.1', p25: '471.4', p50: '779.9', p75: '1257.4', p90: '2044.4' },
} as BenchmarkTable
const work: MedicareWork = {
  total: '3596.00',
  medicare: '0',
  medicareCases: 0,
  statedPercent: null,
  period,
  asOf: date('2026-06-30'),
  calendar: FEDERAL_CALENDAR,
}

describe('Medicare standing', () => {
  it('places the stated share of a total, annualized', () => {
    // 3596 / 124 x 250 = 7250, x 20% = 1450: 75 + 15 x (1450 - 1257.4) / (2044.4 - 1257.4) = 78.67.
    const standing = medicareStanding([table], { ...work, statedPercent: '20' })
    expect(standing).toMatchObject({
      kind: 'placed',
      part: { value: '719.20', from: 'stated-share' },
      position: { annualized: '1450.00', percentile: '78.7' },
    })
    expect(standingFinding({ standing })).toBe('Your Medicare work sits between the 75th and 90th percentile')
  })

  it('takes Medicare’s own cases where there are any, and nothing where neither is known', () => {
    const own = medicareStanding([table], { ...work, medicare: '124', medicareCases: 9, statedPercent: '20' })
    // 124 / 124 x 250 = 250, below the 10th.
    expect(own).toMatchObject({ part: { from: 'medicare-lines' }, position: { beyondTable: 'below', bound: '<10' } })
    expect(standingFinding({ standing: own })).toContain('below the lowest published point')
    expect(medicareStanding([table], work).kind).toBe('share-unknown')
    expect(medicareStanding([table], { ...work, statedPercent: '0' }).kind).toBe('share-unknown')
    expect(medicareStanding([], work).kind).toBe('no-table')
  })
})

describe('words and ticks', () => {
  it('print what lies ahead to the ten and amounts as they are called', () => {
    expect([roughly('7250.88'), roughly('7244.99'), roughly('4.4')]).toEqual(['7,250', '7,240', '0'])
    expect(amountName('7000.00')).toBe('7,000')
    expect([releaseNames(['RVU26A']), releaseNames(['RVU26A', 'RVU26B'])]).toEqual(['RVU26A', 'RVU26A to RVU26B'])
  })

  it('reach around every value in round steps', () => {
    expect(roundTicks(-30, 464)).toEqual([-100, 0, 100, 200, 300, 400, 500])
    expect(roundTicks(0, 7.2)).toEqual([0, 2, 4, 6, 8])
    expect(roundTicks(0, 0)).toEqual([0, 1])
  })

  it('name the largest kind of work with its share', () => {
    const kind = (name: string, share: string) => ({ name, share }) as Parameters<typeof mixFinding>[0]['mix'][number]
    expect(mixFinding({ mix: [kind('Digestive tract', '0.8049'), kind('Eye', '0.1951')] })).toBe(
      'Digestive tract leads, with 80% of your work',
    )
    expect(mixFinding({ mix: [] })).toBe('Nothing credited yet')
  })
})
