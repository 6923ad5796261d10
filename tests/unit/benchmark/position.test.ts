import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountAt, NO_PERCENTILES, readCurve, standingOf, type Percentiles } from '@/lib/domain/benchmark/curve'
import { earnedIn, positionOf, type PositionQuestion } from '@/lib/domain/benchmark/position'
import { calendarYear, FEDERAL_CALENDAR } from '@/lib/domain/pace/working-days'
import { factor } from '@/lib/domain/shared/exact'
import { calendarDate as date } from '@/lib/domain/shared/date'
import { compare, printRatio } from '@/lib/domain/shared/ratio'

/** The anchors of the worked examples of domain F1. */
const TABLE: Percentiles = { p10: '3000', p25: '4200', p50: '5500', p75: '7000', p90: '9000' }

function position(change: Partial<PositionQuestion>) {
  const result = positionOf({
    percentiles: TABLE,
    basis: 'clinical-fte',
    of: { value: '6100' },
    clinicalFte: null,
    earned: null,
    ...change,
  })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const at = (value: string, percentiles = TABLE) => position({ of: { value }, percentiles })

describe('percentile of a value', () => {
  // Domain F1: 6100 is 50 + 25 x 600/1500 = 60.0; 9800 is 90 + 15 x 800/2000 = 96.0; 2100 is 10 x 2100/3000 = 7.0.
  it.each([
    ['6100', '60.0', null, null],
    ['9800', '96.0', 'above', '>90'],
    ['2100', '7.0', 'below', '<10'],
    ['3000', '10.0', null, null],
    ['9000', '90.0', null, null],
    ['1', '1.0', 'below', '<10'], // 10/3000 is under 1, the least below the table
    ['50000', '99.0', 'above', '>90'], // 90 + 15 x 20.5 is over 99, the most above it
    ['0', '0.0', 'below', '<1'],
    ['-5', '0.0', 'below', '<1'],
  ])('%s is %s', (value, percentile, beyondTable, bound) => {
    expect(at(value)).toMatchObject({ percentile, beyondTable, bound })
  })

  it('takes the higher percentile of a flat part', () => {
    expect(at('4200', { ...TABLE, p50: '4200' }).percentile).toBe('50.0')
    expect(at('7000', { ...TABLE, p90: '7000' })).toMatchObject({ percentile: '90.0', beyondTable: null })
    expect(at('7000.01', { ...TABLE, p90: '7000' })).toMatchObject({ percentile: '99.0', beyondTable: 'above' })
  })

  it('interpolates between the points that exist and says nothing outside them', () => {
    const middle: Percentiles = { ...TABLE, p10: null, p50: null, p90: null }
    expect(at('5600', middle).percentile).toBe('50.0') // 25 + 50 x 1400/2800
    expect(at('4000', middle)).toMatchObject({ percentile: null, beyondTable: 'below', bound: '<25' })
    expect(at('7001', middle)).toMatchObject({ percentile: null, beyondTable: 'above', bound: '>75' })
    expect(at('9500', { ...TABLE, p75: null })).toMatchObject({ percentile: null, beyondTable: 'above', bound: '>90' })
  })

  it.each([
    ['percentiles.p50', { ...TABLE, p50: '4199.99' }],
    ['percentiles.p10', { ...TABLE, p10: '-1' }],
    ['percentiles.p10', { ...TABLE, p10: 'many' }],
    ['percentiles', NO_PERCENTILES],
  ])('refuses a table that is wrong at %s', (path, percentiles) => {
    const result = readCurve(percentiles)
    expect(result.ok ? null : result.error.fields?.[0]?.path).toBe(path)
  })
})

describe('amount of a percentile', () => {
  it('is the inverse: the 60th is 6100', () => {
    expect(position({ of: { percentile: '60' } })).toMatchObject({ percentile: '60.0', value: '6100.00' })
  })

  it.each(['9.9', '90.1', 'high'])('refuses %s', (percentile) => {
    const result = positionOf({
      percentiles: TABLE,
      basis: 'clinical-fte',
      of: { percentile },
      clinicalFte: null,
      earned: null,
    })
    expect(result.ok).toBe(false)
  })

  it('is null where the table has no points around it', () => {
    expect(position({ of: { percentile: '80' }, percentiles: { ...TABLE, p90: null } }).value).toBeNull()
  })

  it('is what one clinician needs at their FTE', () => {
    // 6100 at 1.00 is 6100 x 0.8 = 4880 at 0.80.
    expect(position({ of: { percentile: '60' }, clinicalFte: '0.80' })).toMatchObject({
      value: '4880.00',
      perClinicalFte: '6100.00',
    })
  })
})

describe('on the terms of the table', () => {
  const earned = { period: calendarYear(2026), asOf: date('2026-06-30'), calendar: FEDERAL_CALENDAR }

  it('divides by clinical FTE (domain F2)', () => {
    // 4880/0.8 = 6100, the 60th.
    expect(position({ of: { value: '4880' }, clinicalFte: '0.8' })).toMatchObject({
      percentile: '60.0',
      value: '4880.00',
      perClinicalFte: '6100.00',
    })
  })

  it('does not place an amount per clinical FTE in a table that counts clinicians', () => {
    // 4880 is 25 + 25 x 680/1300 = 38.07..., not the 60th.
    expect(position({ of: { value: '4880' }, clinicalFte: '0.8', basis: 'clinician' })).toMatchObject({
      percentile: '38.1',
      perClinicalFte: '6100.00',
    })
  })

  it('annualizes by working days before it places', () => {
    // 3025/124 x 250 = 6098.79; 50 + 25 x 598.790.../1500 = 59.98 -> 60.0.
    expect(position({ of: { value: '3025' }, earned })).toMatchObject({ annualized: '6098.79', percentile: '60.0' })
  })

  it('asks for the share of a target that the days worked bring', () => {
    // 6100 x 124/250 = 3025.60; with the whole year off there is nothing to bring.
    expect(position({ of: { percentile: '60' }, earned })).toMatchObject({ value: '3025.60', annualized: '6100.00' })
    const calendar = { ...FEDERAL_CALENDAR, timeOff: [calendarYear(2026)] }
    expect(position({ of: { percentile: '60' }, earned: { ...earned, calendar } })).toMatchObject({
      value: '0.00',
      withheld: 'TOO_FEW_DAYS',
    })
  })

  it('takes a date alone as the year to date', () => {
    expect(earnedIn({})).toBeNull()
    expect(earnedIn({ asOf: date('2026-06-30') })?.period).toEqual({ from: '2026-01-01', to: '2026-06-30' })
    expect(earnedIn({ from: date('2025-07-01'), to: date('2026-06-30') })?.asOf).toBe('2026-06-30')
  })

  it('places nothing under 20 working days or under 0.20 clinical FTE', () => {
    const early = { ...earned, asOf: date('2026-01-29') } // 19 working days
    expect(position({ earned: early })).toMatchObject({ percentile: null, annualized: null, withheld: 'TOO_FEW_DAYS' })
    expect(position({ clinicalFte: '0.19' })).toMatchObject({ percentile: null, withheld: 'FTE_TOO_SMALL' })
    expect(position({ clinicalFte: '0.20' }).withheld).toBeNull()
  })

  it.each(['0', '1.51', '-1', 'full'])('refuses a clinical FTE of %s', (clinicalFte) => {
    const question = {
      percentiles: TABLE,
      basis: 'clinical-fte',
      of: { value: '1' },
      clinicalFte,
      earned: null,
    } as const
    const result = positionOf(question)
    expect(result.ok ? null : result.error.fields?.[0]?.path).toBe('clinicalFte')
  })
})

describe('laws', () => {
  const amount = fc
    .integer({ min: 1, max: 2_000_000 })
    .map((units) => printRatio({ numerator: BigInt(units), denominator: 100n }, 2))
  const tables = fc
    .uniqueArray(fc.integer({ min: 1, max: 1_500_000 }), { minLength: 5, maxLength: 5 })
    .map((all) => all.toSorted((a, b) => a - b).map(String))
    .map(([p10 = '', p25 = '', p50 = '', p75 = '', p90 = '']): Percentiles => ({ p10, p25, p50, p75, p90 }))
  const curveOf = (table: Percentiles) => {
    const curve = readCurve(table)
    if (!curve.ok) throw new Error(curve.error.message)
    return curve.value
  }

  it('more is never a lower percentile', () => {
    fc.assert(
      fc.property(tables, amount, amount, (table, a, b) => {
        const curve = curveOf(table)
        const [less, more] = compare(factor(a), factor(b)) <= 0 ? [a, b] : [b, a]
        const low = standingOf(curve, factor(less)).percentile
        const high = standingOf(curve, factor(more)).percentile
        if (!low || !high) throw new Error('A full table places every amount')
        expect(compare(low, high)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('the position of the amount of a percentile is that percentile, exactly', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 100, max: 900 }), (table, tenths) => {
        const curve = curveOf(table)
        const percentile = { numerator: BigInt(tenths), denominator: 10n }
        const found = amountAt(curve, percentile)
        const back = found && standingOf(curve, found).percentile
        if (!back) throw new Error('A full table knows every percentile from 10 to 90')
        expect(compare(back, percentile)).toBe(0)
      }),
    )
  })
})
