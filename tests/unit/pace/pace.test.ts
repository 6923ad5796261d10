import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { federalHolidays } from '@/lib/domain/pace/federal-holidays'
import { paceOf, type PaceQuestion } from '@/lib/domain/pace/pace'
import { calendarYear, FEDERAL_CALENDAR, workingDays, yearAround } from '@/lib/domain/pace/working-days'
import { addDays, calendarDate as date } from '@/lib/domain/shared/date'

const range = (from: string, to: string) => ({ from: date(from), to: date(to) })
const question = (change: Partial<PaceQuestion> = {}): PaceQuestion => ({
  workRvuToDate: '3100',
  asOf: date('2026-06-30'),
  period: calendarYear(2026),
  annualTarget: '6000',
  clinicalFte: null,
  calendar: FEDERAL_CALENDAR,
  ...change,
})
function answer(change: Partial<PaceQuestion> = {}) {
  const result = paceOf(question(change))
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}

describe('federal holidays', () => {
  it('are those that the Office of Personnel Management lists for 2026', () => {
    expect(federalHolidays(2026)).toEqual([
      '2026-01-01',
      '2026-01-19',
      '2026-02-16',
      '2026-05-25',
      '2026-06-19',
      '2026-07-03', // July 4 is a Saturday
      '2026-09-07',
      '2026-10-12',
      '2026-11-11',
      '2026-11-26',
      '2026-12-25',
    ])
  })

  it('observe a Sunday on Monday and a Saturday New Year in the year before', () => {
    expect(federalHolidays(2027)).toContain('2027-07-05') // July 4, 2027 is a Sunday
    expect(federalHolidays(2028)).toContain('2027-12-31') // January 1, 2028 is a Saturday
    // 2027: 261 weekdays; ten holidays of its own on weekdays, Christmas observed Dec 24, and Dec 31 for 2028: 12 off.
    expect(workingDays(calendarYear(2027), FEDERAL_CALENDAR)).toBe(249)
  })

  it('are ten before Juneteenth became one in 2021', () => {
    expect(federalHolidays(2020)).toHaveLength(10)
    expect(federalHolidays(2021)).toHaveLength(11)
  })
})

describe('working days', () => {
  // Domain F3: 250 in 2026, 83 January to April, 124 January to June, 126 July to December.
  it.each([
    ['2026-01-01', '2026-12-31', 250],
    ['2026-01-01', '2026-04-30', 83],
    ['2026-01-01', '2026-06-30', 124],
    ['2026-07-01', '2026-12-31', 126],
    ['2026-09-05', '2026-09-07', 0], // Saturday, Sunday, Labor Day
    ['2026-09-08', '2026-09-08', 1],
    ['2026-09-08', '2026-09-07', 0],
  ])('from %s to %s are %i', (from, to, count) => {
    expect(workingDays(range(from, to), FEDERAL_CALENDAR)).toBe(count)
  })

  it('count a holiday inside time off once', () => {
    // July 1 to 10, 2026 has 8 weekdays, one of them the observed July 4: 126 - 7 = 119.
    const calendar = {
      ...FEDERAL_CALENDAR,
      timeOff: [range('2026-07-01', '2026-07-10'), range('2026-07-06', '2026-07-06')],
    }
    expect(workingDays(range('2026-07-01', '2026-12-31'), calendar)).toBe(119)
  })

  it('are weekdays alone without a holiday calendar', () => {
    expect(workingDays(calendarYear(2026), { holidays: 'none', timeOff: [] })).toBe(261) // 250 + 11
  })

  it('add up: a range is the sum of its two parts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 400 }),
        fc.nat(399),
        (start, length, cut) => {
          const from = addDays(date('2024-01-01'), start)
          const middle = addDays(from, Math.min(cut, length))
          const to = addDays(from, length)
          const all = workingDays({ from, to }, FEDERAL_CALENDAR)
          const parts =
            workingDays({ from, to: middle }, FEDERAL_CALENDAR) +
            workingDays({ from: addDays(middle, 1), to }, FEDERAL_CALENDAR)
          expect(parts).toBe(all)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('the year around a period', () => {
  it('is the calendar year, or twelve months from the first day when the period crosses one', () => {
    expect(yearAround(range('2026-04-01', '2026-12-31'))).toEqual(calendarYear(2026))
    expect(yearAround(range('2025-07-01', '2026-06-30'))).toEqual(range('2025-07-01', '2026-06-30'))
    expect(yearAround(range('2024-02-29', '2025-01-10'))).toEqual(range('2024-02-29', '2025-02-28'))
  })
})

describe('pace', () => {
  it('is the worked example of domain F3', () => {
    // 3100/124 x 250 = 6250; 6000 x 124/250 = 2976; 3100 - 2976 = 124; 3100/2976 = 1.04166... (104.2%).
    expect(answer()).toEqual({
      workingDaysElapsed: 124,
      workingDaysInPeriod: 250,
      annualized: '6250.00',
      expectedToDate: '2976.00',
      variance: '124.00',
      pace: '1.0417',
    })
  })

  it('takes the target times the clinical FTE', () => {
    // 6000 x 0.8 = 4800; x 124/250 = 2380.80; 3100 - 2380.80 = 719.20; 3100/2380.8 = 1.30208...
    expect(answer({ clinicalFte: '0.80' })).toMatchObject({
      expectedToDate: '2380.80',
      variance: '719.20',
      pace: '1.3021',
    })
  })

  it('projects nothing under 20 working days but still says what was expected', () => {
    // January 2026 has 22 weekdays less two holidays: 20 by the 30th, 19 by the 29th. 6000 x 19/250 = 456.
    expect(answer({ workRvuToDate: '480', asOf: date('2026-01-29') })).toMatchObject({
      workingDaysElapsed: 19,
      annualized: null,
      expectedToDate: '456.00',
    })
    expect(answer({ workRvuToDate: '480', asOf: date('2026-01-30') })).toMatchObject({
      workingDaysElapsed: 20,
      annualized: '6000.00', // 480/20 x 250
    })
  })

  it('counts a new hire from the first day, on the working days of the year', () => {
    // July 1 to Sep 30, 2026: 66 weekdays less July 3 and Labor Day = 64. 1600/64 x 250 = 6250; 6000 x 64/250 = 1536.
    expect(
      answer({ workRvuToDate: '1600', asOf: date('2026-09-30'), period: range('2026-07-01', '2026-12-31') }),
    ).toMatchObject({
      workingDaysElapsed: 64,
      workingDaysInPeriod: 126,
      annualized: '6250.00',
      expectedToDate: '1536.00',
    })
  })

  it('says nothing of a target that was not given, and clamps a date outside the period', () => {
    expect(answer({ annualTarget: null })).toMatchObject({ expectedToDate: null, variance: null, pace: null })
    expect(answer({ asOf: date('2027-03-01') }).workingDaysElapsed).toBe(250)
    expect(answer({ asOf: date('2025-12-31') })).toMatchObject({
      workingDaysElapsed: 0,
      expectedToDate: '0.00',
      pace: null,
    })
  })

  it.each([
    ['workRvuToDate', { workRvuToDate: '-1' }],
    ['workRvuToDate', { workRvuToDate: '3,100' }],
    ['annualTarget', { annualTarget: '0' }],
    ['clinicalFte', { clinicalFte: '0' }],
    ['clinicalFte', { clinicalFte: '1.51' }],
    ['to', { period: range('2026-12-31', '2026-01-01') }],
    ['timeOff.0.to', { calendar: { ...FEDERAL_CALENDAR, timeOff: [range('2026-02-02', '2026-02-01')] } }],
  ] as const)('refuses a wrong %s', (path, change) => {
    const result = paceOf(question(change))
    expect(result.ok ? null : result.error.fields?.[0]?.path).toBe(path)
  })

  it('adds up: to date = expected + variance, and more work is never less annualized', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000), fc.nat(100_000), (hundredths, more) => {
        const text = (units: number) => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`
        const less = answer({ workRvuToDate: text(hundredths) })
        const greater = answer({ workRvuToDate: text(hundredths + more) })
        // Expected is 2976.00 exactly here, so the sum holds to the last cent.
        expect(Math.round(Number(less.variance) * 100) + 297_600).toBe(hundredths)
        expect(Number(greater.annualized)).toBeGreaterThanOrEqual(Number(less.annualized))
      }),
      { numRuns: 50 },
    )
  })
})
