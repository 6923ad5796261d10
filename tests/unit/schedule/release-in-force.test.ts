import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { effectiveDateOf, releaseInForceOn } from '@/lib/domain/schedule/release-id'
import { addDays, calendarDate } from '@/lib/domain/shared/date'

describe('the release of CMS in force on a date', () => {
  // Quarters begin on 1 January, 1 April, 1 July, 1 October; RVU24AR took effect on 2024-03-09 (domain A5).
  it.each([
    ['2026-09-30', 'RVU26C'],
    ['2026-10-01', 'RVU26D'],
    ['2026-12-31', 'RVU26D'],
    ['2027-01-01', 'RVU27A'],
    ['2024-03-08', 'RVU24A'],
    ['2024-03-09', 'RVU24AR'],
    ['2024-03-31', 'RVU24AR'],
    ['2024-04-01', 'RVU24B'],
    ['2025-03-09', 'RVU25A'],
  ])('on %s is %s', (date, release) => {
    expect(releaseInForceOn(calendarDate(date))).toBe(release)
  })

  it('never begins after the date, and the next day takes the same or one that begins that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20_000 }), (days) => {
        const date = addDays(calendarDate('2009-01-01'), days)
        const [today, next] = [releaseInForceOn(date), releaseInForceOn(addDays(date, 1))]
        expect((effectiveDateOf(today) ?? '9') <= date).toBe(true)
        if (next !== today) expect(effectiveDateOf(next)).toBe(addDays(date, 1))
      }),
    )
  })
})
