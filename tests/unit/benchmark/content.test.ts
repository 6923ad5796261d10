import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readCurve } from '@/lib/domain/benchmark/curve'
import { positionOf } from '@/lib/domain/benchmark/position'
import { benchmarkTables } from '@/lib/domain/benchmark/table'
import { specialtyOf } from '@/lib/domain/shared/specialty'
import { BenchmarkFileSchema, SpecialtiesFileSchema } from '@/lib/features/benchmarks/schema'

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))
const specialties = SpecialtiesFileSchema.parse(read('content/specialties.json'))
const names = readdirSync('content/benchmarks')
const files = names.map((name) => BenchmarkFileSchema.parse(read(`content/benchmarks/${name}`)))
const tables = files.flatMap((file) => {
  const result = benchmarkTables(file, specialties)
  if (!result.ok) throw new Error(result.error.message)
  return result.value
})
const tableOf = (id: string) => tables.find((table) => table.id === id)

describe('specialties', () => {
  it('have the codes of Medicare and of the taxonomy', () => {
    // CMS specialty 02 and taxonomy 208600000X: general surgery (CMS provider taxonomy crosswalk).
    expect(specialties.specialties.find(({ slug }) => slug === 'general-surgery')).toMatchObject({
      cmsCode: '02',
      nuccCode: '208600000X',
      trainingYears: { from: 5, to: 5 },
    })
    expect(specialties.specialties.length).toBeGreaterThanOrEqual(106)
  })

  it('are found by the names of publishers, and an unknown name is refused', () => {
    expect(specialtyOf(specialties, 'Family Practice')).toEqual({ ok: true, value: 'family-medicine' })
    expect(specialtyOf(specialties, 'Urology')).toEqual({ ok: true, value: 'urology' })
    expect(specialtyOf(specialties, 'Surgery of the imagination')).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })
})

describe('benchmark files', () => {
  it('hold every row: 165 of percentiles, 77 of means, each table once', () => {
    expect(tables.filter(({ percentiles }) => percentiles.p50 !== null)).toHaveLength(165)
    expect(tables.filter(({ series }) => series === 'medicare-2023-mean')).toHaveLength(77)
    expect(new Set(tables.map(({ id }) => id)).size).toBe(165 + 77)
  })

  it('rise from the 10th to the 90th percentile', () => {
    const curves = tables.filter(({ percentiles }) => percentiles.p50 !== null)
    expect(curves.filter(({ percentiles }) => !readCurve(percentiles).ok)).toEqual([])
  })

  it('give the published general surgery table, where 1450.18 stands at the 79th percentile', () => {
    // 2012 file, 200+ at 2025 values: 1257.4 and 2044.4 are p75 and p90; 75 + 15 x 192.78/787 = 78.67.
    const table = tableOf('medicare-2012-200plus-at-2025-general-surgery')
    expect(table).toMatchObject({
      n: 1178,
      isDefault: true,
      medicareOnly: true,
      percentiles: { p10: '312.1', p25: '471.4', p50: '779.9', p75: '1257.4', p90: '2044.4' },
    })
    if (!table) return
    const position = positionOf({ ...table, of: { value: '1450.18' }, clinicalFte: null, earned: null })
    expect(position).toMatchObject({ value: { percentile: '78.7', beyondTable: null } })
  })

  it('never give a percentile of a mean, nor the outer ones of fewer than 50 clinicians', () => {
    const means = tables.filter(({ series }) => series === 'medicare-2023-mean')
    expect(means.every(({ percentiles, mean }) => percentiles.p50 === null && mean !== null)).toBe(true)
    const small = tables.filter(({ n, percentiles }) => n !== null && n < 50 && percentiles.p50 !== null)
    expect(small.length).toBeGreaterThan(0)
    expect(small.every(({ percentiles }) => percentiles.p10 === null && percentiles.p90 === null)).toBe(true)
  })

  it('carry their source, license and caveats, and default to one series', () => {
    expect(files.flatMap(({ series }) => series.filter(({ isDefault }) => isDefault))).toHaveLength(1)
    expect(tables.every(({ source }) => source.caveats.some((caveat) => caveat.includes('Medicare Part B only')))).toBe(
      true,
    )
  })

  it.each(names)('%s names no proprietary survey', (name) => {
    expect(readFileSync(`content/benchmarks/${name}`, 'utf8')).not.toMatch(/MGMA|AMGA|Sullivan|AAMC|Vizient/i)
  })

  it('are refused with falling percentiles or an unknown field', () => {
    const [file] = files
    const [series] = file?.series ?? []
    const [row] = series?.rows ?? []
    const change = (more: object) => ({ ...file, series: [{ ...series, rows: [{ ...row, ...more }] }] })
    expect(BenchmarkFileSchema.safeParse(change({})).success).toBe(true)
    expect(BenchmarkFileSchema.safeParse(change({ percentiles: ['2', '1', '3', '4', '5'] })).success).toBe(false)
    expect(BenchmarkFileSchema.safeParse(change({ color: 'orange' })).success).toBe(false)
  })
})
