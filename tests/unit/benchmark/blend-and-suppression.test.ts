import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blendTables } from '@/lib/domain/benchmark/blend'
import { meanClinicalFte } from '@/lib/domain/benchmark/clinical-fte'
import { NO_PERCENTILES, type Percentiles } from '@/lib/domain/benchmark/curve'
import { medicarePart } from '@/lib/domain/benchmark/medicare-part'
import { mayPublishPool, showablePercentiles, suppressCells } from '@/lib/domain/benchmark/suppression'
import { calendarYear, FEDERAL_CALENDAR } from '@/lib/domain/pace/working-days'
import { calendarDate as date } from '@/lib/domain/shared/date'

const TABLE: Percentiles = { p10: '3000', p25: '4200', p50: '5500', p75: '7000', p90: '9000' }
const part = (share: string, percentiles: Percentiles) => ({ share, percentiles })

describe('blend', () => {
  it('weights each anchor by share (domain F4): 60% of 5500 and 40% of 7000 is 6100', () => {
    const other: Percentiles = { p10: '4000', p25: '5000', p50: '7000', p75: '8000', p90: null }
    // p10 1800 + 1600; p25 2520 + 2000; p75 4200 + 3200; no p90 in one, so none.
    expect(blendTables([part('0.6', TABLE), part('0.4', other)])).toEqual({
      ok: true,
      value: { percentiles: { p10: '3400.00', p25: '4520.00', p50: '6100.00', p75: '7400.00', p90: null } },
    })
  })

  it.each([
    ['parts', [part('0.6', TABLE), part('0.3', TABLE)]],
    ['parts', []],
    ['parts.1.share', [part('1', TABLE), part('0', TABLE)]],
    ['parts.1.percentiles.p90', [part('0.5', TABLE), part('0.5', { ...TABLE, p90: '1' })]],
  ])('refuses what is wrong at %s', (path, parts) => {
    const result = blendTables(parts)
    expect(result.ok ? null : result.error.fields?.[0]?.path).toBe(path)
  })

  it('of a table with itself is the table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), (hundredths) => {
        const share = (units: number) => `0.${String(units).padStart(2, '0')}`
        const result = blendTables([part(share(hundredths), TABLE), part(share(100 - hundredths), TABLE)])
        expect(result.ok && result.value.percentiles.p75).toBe('7000.00')
      }),
    )
  })
})

describe('small cells (domain F5)', () => {
  it('hide the outer percentiles under 50 people and everything under 11', () => {
    expect(showablePercentiles(TABLE, 50)).toEqual(TABLE)
    expect(showablePercentiles(TABLE, 49)).toEqual({ ...TABLE, p10: null, p90: null })
    expect(showablePercentiles(TABLE, 10)).toEqual(NO_PERCENTILES)
    expect(showablePercentiles(TABLE, null)).toEqual(TABLE)
  })

  it('publish a pool of 11 people in 3 organizations with none above a quarter', () => {
    expect(mayPublishPool([3, 3, 3, 3])).toBe(true)
    expect(mayPublishPool([4, 4, 4])).toBe(false) // each a third
    expect(mayPublishPool([2, 2, 2, 2, 2])).toBe(false) // 10 people
    expect(mayPublishPool([5, 2, 2, 2, 2, 2])).toBe(false) // 5 of 15 is above a quarter
  })

  const hide = (...people: number[]) => {
    const result = suppressCells(people.map((count, index) => ({ key: String(index), people: count })))
    return { hidden: [...result.hidden].toSorted(), totalHidden: result.totalHidden }
  }

  it('take the next smallest with them, so that the total does not give them away', () => {
    expect(hide(40, 5, 20, 0)).toEqual({ hidden: ['1', '2'], totalHidden: false })
    expect(hide(6, 7, 20)).toEqual({ hidden: ['0', '1'], totalHidden: false }) // 13 people in two cells
    expect(hide(2, 3, 20)).toEqual({ hidden: ['0', '1', '2'], totalHidden: false }) // 5 would be a small cell itself
    expect(hide(5)).toEqual({ hidden: ['0'], totalHidden: true })
    expect(hide(11, 0, 30)).toEqual({ hidden: [], totalHidden: false })
  })

  it('never leave a small cell shown, nor one that subtraction would find', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (people) => {
        const { hidden, totalHidden } = suppressCells(
          people.map((count, index) => ({ key: String(index), people: count })),
        )
        const shown = people.filter((_, index) => !hidden.has(String(index)))
        expect(shown.every((count) => count === 0 || count >= 11)).toBe(true)
        const difference = people.reduce((sum, count) => sum + count, 0) - shown.reduce((sum, count) => sum + count, 0)
        expect(totalHidden || difference === 0 || (hidden.size >= 2 && difference >= 11)).toBe(true)
      }),
    )
  })
})

describe('clinical FTE that changes', () => {
  it('is the mean over working days', () => {
    // 2026: 124 days at 1.00, 126 at 0.50: (124 + 63)/250 = 0.748.
    const spans = [
      { range: { from: date('2025-01-01'), to: date('2026-06-30') }, clinicalFte: '1.00' },
      { range: { from: date('2026-07-01'), to: date('2027-12-31') }, clinicalFte: '0.50' },
    ]
    expect(meanClinicalFte(spans, calendarYear(2026), FEDERAL_CALENDAR)).toBe('0.7480')
    expect(meanClinicalFte(spans, calendarYear(2030), FEDERAL_CALENDAR)).toBeNull()
  })
})

describe('Medicare part', () => {
  it('is the Medicare lines, or the total times the stated share', () => {
    expect(medicarePart({ medicareLines: '812.4' })).toMatchObject({
      value: { value: '812.40', from: 'medicare-lines' },
    })
    // 7250.88 x 0.20 = 1450.176
    expect(medicarePart({ total: '7250.88', share: '0.20' })).toMatchObject({
      value: { value: '1450.18', from: 'stated-share' },
    })
  })

  it.each(['0', '1.01', 'most'])('refuses a share of %s', (share) => {
    expect(medicarePart({ total: '7000', share }).ok).toBe(false)
  })
})
