import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, calendarDate } from '@/lib/domain/shared/date'
import { printConversionFactor } from '@/lib/domain/shared/exact'
import { conversionFactorsOn, quarterEndOf } from '@/lib/domain/schedule/calendar'
import { chooseRelease, isPastQuarter } from '@/lib/domain/schedule/choose'
import { effectiveDateOf } from '@/lib/domain/schedule/release-id'
import { PLACES_OF_SERVICE, placeOfService } from '@/lib/domain/schedule/place-of-service'
import { release } from '@/tests/support/schedule-rows'

const installed = ['RVU24A', 'RVU24AR', 'RVU24B', 'RVU25D', 'RVU26C'].map((id) =>
  release(id, effectiveDateOf(id) ?? ''),
)

const chosen = (date: string) => {
  const result = chooseRelease(installed, calendarDate(date))
  return result.ok ? [result.value.release.id, result.value.newerQuarterMissing] : result.error.code
}

describe('the release of a date (domain A5)', () => {
  it.each([
    ['2024-01-01', ['RVU24A', false]],
    ['2024-03-08', ['RVU24A', false]],
    ['2024-03-09', ['RVU24AR', false]],
    ['2024-03-31', ['RVU24AR', false]],
    ['2024-04-01', ['RVU24B', false]],
    ['2024-06-30', ['RVU24B', false]],
    ['2024-07-01', ['RVU24B', true]],
    ['2025-12-31', ['RVU25D', false]],
    // With only RVU25D and RVU26C at hand, 15 February 2026 takes RVU25D with a warning.
    ['2026-02-15', ['RVU25D', true]],
    ['2026-07-01', ['RVU26C', false]],
    ['2026-09-30', ['RVU26C', false]],
    ['2026-11-23', ['RVU26C', true]],
    ['2023-12-31', 'NO_RELEASE_FOR_DATE'],
  ])('%s', (date, expected) => {
    expect(chosen(date)).toEqual(expected)
  })

  it('takes the official file before the built-in one, and the newer cut of it', () => {
    const date = calendarDate('2025-11-03')
    const builtIn = release('RVU25D', '2025-10-01', { source: 'built-in', version: 9 })
    const first = release('RVU25D', '2025-10-01', { version: 1 })
    const second = release('RVU25D', '2025-10-01', { version: 2 })
    for (const order of [
      [builtIn, first, second],
      [second, first, builtIn],
      [first, second, builtIn],
    ]) {
      const result = chooseRelease(order, date)
      expect(result.ok && result.value.release).toBe(second)
    }
  })

  it('never answers a release from after the date, nor skips a later one that is in force', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1200 }), (days) => {
        const date = addDays(calendarDate('2024-01-01'), days)
        const result = chooseRelease(installed, date)
        if (!result.ok) throw new Error('a release is in force')
        expect(result.value.release.effectiveFrom <= date).toBe(true)
        const later = installed.filter(
          (each) => each.effectiveFrom <= date && each.effectiveFrom > result.value.release.effectiveFrom,
        )
        expect(later).toEqual([])
      }),
    )
  })
})

describe('quarters and conversion factors', () => {
  it.each([
    ['RVU25A', '2025-03-31'],
    ['RVU24AR', '2024-03-31'],
    ['RVU25B', '2025-06-30'],
    ['RVU25C', '2025-09-30'],
    ['RVU25D', '2025-12-31'],
  ])('%s ends on %s', (id, end) => {
    expect(quarterEndOf(id)).toBe(end)
    expect(isPastQuarter(id, calendarDate(end))).toBe(false)
    expect(isPastQuarter(id, addDays(calendarDate(end), 1))).toBe(true)
  })

  it('knows no quarter of what is no release', () => {
    expect(quarterEndOf('PFREV25C')).toBeNull()
    expect(isPastQuarter('PFREV25C', calendarDate('2030-01-01'))).toBe(false)
  })

  // Every row of domain A6, on its first and its last day: physician and anesthesia factor, then those of a
  // qualifying APM participant.
  it.each([
    ['2026-01-01', '2026-12-31', '33.4009', '20.4976', '33.5675', '20.5998'],
    ['2025-01-01', '2025-12-31', '32.3465', '20.3178'],
    ['2024-03-09', '2024-12-31', '33.2875', '20.7739'],
    ['2024-01-01', '2024-03-08', '32.7442', '20.4349'],
    ['2023-01-01', '2023-12-31', '33.8872', '21.1249'],
    ['2022-01-01', '2022-12-31', '34.6062', '21.5623'],
    ['2021-01-01', '2021-12-31', '34.8931', '21.5600'],
    ['2020-01-01', '2020-12-31', '36.0896', '22.2016'],
    ['2019-01-01', '2019-12-31', '36.0391', '22.2730'],
    ['2018-01-01', '2018-12-31', '35.9996', '22.1887'],
    ['2017-01-01', '2017-12-31', '35.8887', '22.0454'],
    ['2016-01-01', '2016-12-31', '35.8043', '21.9935'],
    ['2015-07-01', '2015-12-31', '35.9335', '22.6093'],
    ['2015-01-01', '2015-06-30', '35.7547', '22.4968'],
    ['2014-01-01', '2014-12-31', '35.8228', '22.6765'],
    ['2013-01-01', '2013-12-31', '34.0230', '21.9243'],
  ])('%s to %s: %s, anesthesia %s', (first, last, ...factors) => {
    for (const date of [first, last]) {
      const found = conversionFactorsOn(calendarDate(date))
      const all = [found?.standard, found?.anesthesia, found?.qualifyingApm, found?.anesthesiaQualifyingApm]
      expect(all.flatMap((each) => (each ? [printConversionFactor(each)] : []))).toEqual(factors)
    }
  })

  it('has none before 2013', () => {
    expect(conversionFactorsOn(calendarDate('2012-12-31'))).toBeNull()
  })
})

describe('places of service (domain B2)', () => {
  const codesOf = (setting: string): string[] =>
    PLACES_OF_SERVICE.filter((place) => place.setting === setting).map(({ code }) => code)

  it('has the facilities of the manual', () => {
    expect(codesOf('facility').join(' ')).toBe('02 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61')
  })

  it('has the others', () => {
    const certain = PLACES_OF_SERVICE.filter((place) => place.setting === 'nonfacility' && place.certain).map(
      ({ code }) => code,
    )
    expect(certain.join(' ')).toBe(
      '01 03 04 09 10 11 12 13 14 15 16 17 20 25 27 32 33 49 50 54 55 57 58 60 62 65 71 72 81 99',
    )
  })

  it.each(['05', '06', '07', '08', '18', '66', '77'])('is doubtful about %s', (code) => {
    expect(placeOfService(code)).toMatchObject({ setting: 'nonfacility', certain: false })
  })
})
