import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedPeriod } from '@/lib/domain/pace/counted-from'
import { outlookOf, type OutlookQuestion } from '@/lib/domain/pace/outlook'
import { replayRange } from '@/lib/domain/pace/replay'
import { monthlyTrend, sideSince, type TrendMonth } from '@/lib/domain/pace/trend'
import { calendarYear, FEDERAL_CALENDAR } from '@/lib/domain/pace/working-days'
import { addDays, calendarDate as date } from '@/lib/domain/shared/date'

const question = (change: Partial<OutlookQuestion> = {}): OutlookQuestion => ({
  toDate: '3100.0000',
  period: calendarYear(2026),
  asOf: date('2026-06-30'),
  calendar: FEDERAL_CALENDAR,
  target: '6000',
  months: [],
  weeks: [],
  ...change,
})

describe('the outlook of a year', () => {
  it('is a straight line by working days', () => {
    // Domain F3: 124 of 250 working days; 3100 / 124 = 25.00 a day, x 250 = 6250. 6000 - 3100 = 2900, 2900 / 25 = 116 days.
    const outlook = outlookOf(question())
    expect(outlook).toMatchObject({ perDay: '25.00', projected: '6250.00', annualized: '6250.00' })
    expect(outlook.target).toMatchObject({
      expected: '2976.00',
      variance: '124.00',
      pace: '1.0417',
      toGo: '2900.00',
      daysToGo: 116,
    })
  })

  it('counts a part of a day to go as a day, and nothing once the target is reached', () => {
    // 2901 / 25 = 116.04
    expect(outlookOf(question({ target: '6001' })).target?.daysToGo).toBe(117)
    expect(outlookOf(question({ target: '3100' })).target).toMatchObject({ toGo: null, daysToGo: null })
    expect(outlookOf(question({ toDate: '0' })).target).toMatchObject({ toGo: '6000.00', daysToGo: null })
  })

  it('asks of a shorter period its share of the target', () => {
    // July to December 2026 has 126 working days: 6000 x 126 / 250 = 3024. Domain F3.
    const outlook = outlookOf(
      question({ period: { from: date('2026-07-01'), to: date('2026-12-31') }, asOf: date('2026-09-30') }),
    )
    expect(outlook.target?.ofPeriod).toBe('3024.00')
    // 64 days from July to September (22 + 21 + 21): 3100 / 64 x 126 = 6103.125 by December, x 250 a year.
    expect(outlook).toMatchObject({ projected: '6103.13', annualized: '12109.38' })
  })

  it('projects nothing under 20 working days', () => {
    // January 2 to 29, 2026 without the 19th: 19 working days.
    expect(outlookOf(question({ asOf: date('2026-01-29') }))).toMatchObject({ projected: null, annualized: null })
    expect(outlookOf(question({ asOf: date('2026-01-30') })).projected).not.toBeNull()
  })
})

describe('the months of a year', () => {
  it('run up to the last logged day, also without a case', () => {
    const rows = monthlyTrend({
      months: [
        { month: '2026-01', credited: '500' },
        { month: '2026-03', credited: '25.5' },
      ],
      period: calendarYear(2026),
      asOf: date('2026-03-03'),
      calendar: FEDERAL_CALENDAR,
      target: '7000',
    })
    // 20, 19 and 2 working days at 28 a day: 560, 1092, 1148.
    expect(rows.map(({ through, workingDays, runningTotal, expected }) => [through, workingDays, runningTotal, expected]))
      .toEqual([
        ['2026-01-31', 20, '500.00', '560.00'],
        ['2026-02-28', 19, '500.00', '1092.00'],
        ['2026-03-03', 2, '525.50', '1148.00'],
      ]) // prettier-ignore
    expect(rows.at(-1)?.variance).toBe('-622.50')
  })

  it('say since when the year is on its side of the pace', () => {
    const of = (...variances: readonly (string | null)[]) =>
      variances.map((variance, at) => ({ month: `2026-0${at + 1}`, variance }) as TrendMonth)
    expect(sideSince(of('-3.00', '1.00', '2.00'))).toEqual({ month: '2026-02', ahead: true })
    expect(sideSince(of('-3.00', '-1.00'))).toEqual({ month: '2026-01', ahead: false })
    expect(sideSince(of('3.00', '0.00'))).toBeNull()
    expect(sideSince(of(null))).toBeNull()
  })
})

describe('replays of one’s own weeks', () => {
  const weeks = (amounts: readonly number[]) => amounts.map((amount) => ({ credited: `${amount}`, workingDays: 5 }))

  it('end where the straight line ends when every week was the same', () => {
    // 100 to date and 10 days at 20 a day.
    expect(replayRange(weeks(Array(8).fill(100)), '100', 10)).toEqual({ low: '300.00', high: '300.00', weeks: 8 })
    expect(replayRange(weeks(Array(7).fill(100)), '100', 10)).toBeNull()
    expect(replayRange(weeks(Array(8).fill(100)), '100', 0)).toBeNull()
  })

  it('stay between the worst and the best that the weeks allow, the same each time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(300), { minLength: 8, maxLength: 40 }),
        fc.integer({ min: 1, max: 200 }),
        (amounts, days) => {
          const range = replayRange(weeks(amounts), '50', days)
          expect(range).toEqual(replayRange(weeks(amounts), '50', days))
          const [worst, best] = [Math.min(...amounts), Math.max(...amounts)].map((week) => 50 + (week / 5) * days)
          expect(Number(range?.low)).toBeGreaterThanOrEqual((worst ?? 0) - 0.01)
          expect(Number(range?.high)).toBeLessThanOrEqual((best ?? 0) + 0.01)
          expect(Number(range?.low)).toBeLessThanOrEqual(Number(range?.high))
        },
      ),
      { numRuns: 40 },
    )
  })
})

describe('the part of a year that a log speaks for', () => {
  it('is the whole year when it was begun in January or before, else from its first day', () => {
    expect(countedPeriod(date('2025-06-01'), date('2026-09-14'))).toEqual(calendarYear(2026))
    expect(countedPeriod(date('2026-01-31'), date('2026-09-14'))).toEqual(calendarYear(2026))
    expect(countedPeriod(date('2026-02-01'), date('2026-09-14'))?.from).toBe('2026-02-01')
    expect(countedPeriod(null, null)).toBeNull()
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), (start, length) => {
        const first = addDays(date('2024-01-01'), start)
        const last = addDays(first, length)
        const period = countedPeriod(first, last)
        expect(period && period.from <= last && last <= period.to).toBe(true)
      }),
    )
  })
})
