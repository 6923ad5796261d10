import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { federalHolidays } from '@/lib/domain/pace/federal-holidays'
import { attendingSample } from '@/lib/domain/sample/attending-sample'
import { traineeSample } from '@/lib/domain/sample/trainee-sample'
import { addDays, calendarDate as date, weekday } from '@/lib/domain/shared/date'
import { usualGraduation } from '@/lib/domain/training/graduation'
import { authoredCodes } from '@/scripts/catalog/content'

const end = date('2026-12-31')
const described = new Set(authoredCodes().map(({ code }) => code))

describe('the sample of an attending', () => {
  const cases = attendingSample(end)

  it('is a year of about 300 cases on working days, a quarter of them Medicare’s', () => {
    expect(cases.length).toBeGreaterThan(290)
    expect(cases.length).toBeLessThan(370)
    const holidays = new Set(federalHolidays(2026))
    expect(cases.every(({ dateOfService: day }) => weekday(day) >= 1 && weekday(day) <= 5 && !holidays.has(day))).toBe(
      true,
    )
    const share = cases.filter(({ payer }) => payer === 'medicare').length / cases.length
    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.3)
  })

  it('grows by a day and changes nothing of the days before', () => {
    fc.assert(
      fc.property(fc.nat(363), (day) => {
        const through = addDays(date('2026-01-01'), day)
        const shorter = attendingSample(through)
        expect(cases.slice(0, shorter.length)).toEqual(shorter)
        expect(shorter.every(({ dateOfService }) => dateOfService <= through)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('uses codes that have a page of their own', () => {
    const used = [...cases, ...traineeSample('resident', end), ...traineeSample('student', end)]
    const codes = new Set(used.flatMap(({ lines }) => lines.map(({ code }) => code)))
    expect([...codes].filter((code) => !described.has(code))).toEqual([])
  })
})

describe('the samples of trainees', () => {
  it('have their roles, and nothing after the last day', () => {
    const resident = traineeSample('resident', end)
    expect(new Set(resident.map(({ role }) => role))).toEqual(new Set(['resident', 'assistant']))
    expect(new Set(traineeSample('student', end).map(({ role }) => role))).toEqual(new Set(['student', 'observer']))
    expect(resident.every(({ dateOfService }) => dateOfService <= end)).toBe(true)
  })
})

describe('graduation by the usual length', () => {
  it('is the June 30 after the last year of the program', () => {
    // PGY-4 in September 2026 ends in June 2027, the fifth year in June 2028; in June 2026 it is a year less.
    expect(usualGraduation(date('2026-09-14'), 4, 5)).toBe('2028-06-30')
    expect(usualGraduation(date('2026-06-30'), 4, 5)).toBe('2027-06-30')
    expect(usualGraduation(date('2026-07-01'), 5, 5)).toBe('2027-06-30')
    expect(usualGraduation(date('2026-07-01'), 6, 5)).toBeNull()
    expect(usualGraduation(date('2026-07-01'), null, 5)).toBeNull()
  })
})
