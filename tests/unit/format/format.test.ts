import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calendarDate as date } from '@/lib/domain/shared/date'
import {
  formatDate,
  formatDay,
  formatInstant,
  formatMonth,
  formatRange,
  formatWeekday,
  withDateWords,
} from '@/lib/format/date'
import {
  formatCount,
  formatDollars,
  formatDollarsAndCents,
  formatFactor,
  formatPercent,
  formatPercentChange,
  formatWholeWorkRvu,
  formatWorkRvu,
  formatWorkRvuChange,
  plural,
} from '@/lib/format/number'
import { ordinal, percentileLabel } from '@/lib/format/percentile'

describe('factors', () => {
  it.each([
    ['1', '1.00'],
    ['0.5', '0.50'],
    ['0.625', '0.625'], // co-surgeons: no decimal is lost
  ])('%s is %s', (factor, text) => expect(formatFactor(factor)).toBe(text))
})

describe('dates within a sentence', () => {
  it('are said as people read them, and what is no date stays', () => {
    expect(withDateWords('2031-01-01 is after today, 2026-11-23. Not 2026-02-30 or 47562-22.')).toBe(
      'Jan 1, 2031 is after today, Nov 23, 2026. Not 2026-02-30 or 47562-22.',
    )
  })
})

describe('work RVUs', () => {
  it.each([
    ['10.4700', '10.47'],
    ['5104.6150', '5,104.62'], // the half goes up
    ['1234567.1', '1,234,567.10'],
    ['-31.64', '−31.64'],
    ['-0.004', '0.00'], // no minus before a zero
    ['999.995', '1,000.00'],
    ['0', '0.00'],
  ])('%s is %s', (amount, text) => expect(formatWorkRvu(amount)).toBe(text))

  it('say the direction of a change', () => {
    expect([formatWorkRvuChange('138.9'), formatWorkRvuChange('-94.18'), formatWorkRvuChange('0.001')]).toEqual([
      '+138.90',
      '−94.18',
      '0.00',
    ])
  })

  it('are whole in a projection', () => expect(formatWholeWorkRvu('7250.88')).toBe('7,251'))

  it.each(['', 'ten', '1,000', '1e3', '.5'])('are not read from "%s"', (text) => {
    expect(() => formatWorkRvu(text)).toThrow('decimal text')
  })

  it('keep every digit of amounts that a float would lose', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 99 }), (whole, cents) => {
        const amount = `${whole}.${String(cents).padStart(2, '0')}`
        expect(formatWorkRvu(amount).replaceAll(',', '')).toBe(amount)
      }),
    )
  })
})

describe('dollars', () => {
  it.each([
    ['432048.53', '$432,049'],
    ['1000.00', '$1,000'],
    ['999.99', '$999.99'],
    ['999.995', '$1,000'],
    ['583.32', '$583.32'],
    ['-45', '−$45.00'],
    ['-1267.70', '−$1,268'],
  ])('%s is %s', (amount, text) => expect(formatDollars(amount)).toBe(text))

  it('keep their cents in a column', () => expect(formatDollarsAndCents('1267.695')).toBe('$1,267.70'))
})

describe('percentages', () => {
  it('come from ratios', () => {
    expect([formatPercent('1.0417'), formatPercent('0.2', 0), formatPercent('0.078'), formatPercent('1')]).toEqual([
      '104.2%',
      '20%',
      '7.8%',
      '100.0%',
    ])
  })

  it('say how far a pace is ahead or behind', () => {
    expect(['1.0360', '0.9640', '1', '0', '2.5'].map((ratio) => formatPercentChange(ratio))).toEqual([
      '+3.6%',
      '−3.6%',
      '0.0%',
      '−100.0%',
      '+150.0%',
    ])
  })
})

describe('counts', () => {
  it('have separators and agree with their noun', () => {
    expect(formatCount(19090)).toBe('19,090')
    expect([plural(0, 'case'), plural(1, 'case'), plural(1200, 'case'), plural(2, 'day off', 'days off')]).toEqual([
      '0 cases',
      '1 case',
      '1,200 cases',
      '2 days off',
    ])
  })
})

describe('percentiles', () => {
  it('are ordinals', () => {
    expect(['1', '2', '3', '4', '11', '12', '13', '21', '22', '83', '111'].map(ordinal).join(' ')).toBe(
      '1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 83rd 111th',
    )
  })

  it('are never printed beyond the table', () => {
    expect(percentileLabel({ percentile: '78.6', bound: null })).toBe('79th')
    expect(percentileLabel({ percentile: '96.0', bound: '>90' })).toBe('>90')
    expect(percentileLabel({ percentile: '7.0', bound: '<10' })).toBe('<10')
    expect(percentileLabel({ percentile: null, bound: null })).toBeNull()
  })
})

describe('dates', () => {
  it('are short and American', () => {
    expect(formatDate(date('2026-09-14'))).toBe('Sep 14, 2026')
    expect(formatDay(date('2026-09-04'))).toBe('Sep 4')
    expect(formatWeekday(date('2026-09-15'))).toBe('Tue, Sep 15, 2026')
    expect(formatMonth(date('2026-09-15'))).toBe('September 2026')
  })

  it.each([
    ['2026-09-01', '2026-09-14', 'Sep 1 to 14, 2026'],
    ['2026-09-28', '2026-10-02', 'Sep 28 to Oct 2, 2026'],
    ['2026-12-28', '2027-01-03', 'Dec 28, 2026 to Jan 3, 2027'],
    ['2026-09-14', '2026-09-14', 'Sep 14, 2026'],
  ])('from %s to %s', (from, to, text) => expect(formatRange(date(from), date(to))).toBe(text))

  it('put an instant on the clock of a place', () => {
    const instant = new Date('2026-09-14T19:05:00Z')
    expect(formatInstant(instant, 'America/New_York')).toBe('Sep 14, 2026, 3:05 PM')
    expect(formatInstant(instant, 'Asia/Tokyo')).toBe('Sep 15, 2026, 4:05 AM')
  })
})
