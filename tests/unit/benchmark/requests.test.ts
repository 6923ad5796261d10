import { describe, expect, it } from 'vitest'
import { BlendInput, PaceInput, PositionInput } from '@/lib/features/benchmarks/schema'

const percentiles = { p10: '3000', p25: '4200', p50: '5500', p75: '7000', p90: '9000' }
const accepts = (schema: { safeParse: (input: unknown) => { success: boolean } }, input: unknown) =>
  schema.safeParse(input).success

describe('requests', () => {
  it('place a value or find a percentile, in one table', () => {
    expect(accepts(PositionInput, { percentiles, value: '6100' })).toBe(true)
    expect(accepts(PositionInput, { tableId: 'a', percentile: '60', from: '2026-01-01', asOf: '2026-06-30' })).toBe(
      true,
    )
    expect(accepts(PositionInput, { percentiles, tableId: 'a', value: '6100' })).toBe(false)
    expect(accepts(PositionInput, { percentiles, value: '6100', percentile: '60' })).toBe(false)
    expect(accepts(PositionInput, { percentiles, value: 6100 })).toBe(false) // amounts are text
    expect(accepts(PositionInput, { percentiles, value: '6100', from: '2026-01-01' })).toBe(false)
    expect(accepts(PositionInput, { percentiles, value: '6100', to: '2026-06-30' })).toBe(false)
    expect(accepts(PositionInput, { percentiles, value: '6100', asOf: '2026-06-30' })).toBe(true)
    expect(accepts(PositionInput, { percentiles, value: '6100', table: 'a' })).toBe(false)
  })

  it('blend tables in which anchors may be missing', () => {
    expect(
      BlendInput.parse({ parts: [{ share: '1', percentiles: { p50: '5500' } }] }).parts[0]?.percentiles.p90,
    ).toBeNull()
    expect(accepts(BlendInput, { parts: [] })).toBe(false)
  })

  it('take the pace of a year or of a period', () => {
    const pace = { workRvuToDate: '3100', asOf: '2026-06-30' }
    expect(accepts(PaceInput, { ...pace, year: 2026 })).toBe(true)
    expect(accepts(PaceInput, { ...pace, from: '2026-01-01', to: '2026-12-31' })).toBe(true)
    expect(accepts(PaceInput, pace)).toBe(false)
    expect(accepts(PaceInput, { ...pace, year: 2026, from: '2026-01-01', to: '2026-12-31' })).toBe(false)
    expect(accepts(PaceInput, { ...pace, year: 2026, from: '2026-01-01' })).toBe(false)
    expect(accepts(PaceInput, { ...pace, asOf: '2026-02-30', year: 2026 })).toBe(false)
  })
})
