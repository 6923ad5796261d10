import { describe, expect, it } from 'vitest'
import type { CsvRecord } from '@/lib/domain/schedule/file'
import { readGpciFile } from '@/lib/domain/schedule/gpci-file'
import { unitLimitFileReader, type UnitLimitFile, type UnitLimitRow } from '@/lib/domain/schedule/unit-limit-file'
import { unitLimitDateOf, unitLimitTableOn, type UnitLimitTable } from '@/lib/domain/schedule/unit-limit-table'
import { calendarDate } from '@/lib/domain/shared/date'
import { ok, type Result } from '@/lib/domain/shared/result'
import { CLINICAL, DAY, limitRecords, LINE, type LimitCells } from '../../support/unit-limit-fixtures'

function read(records: readonly CsvRecord[]): Result<{ file: UnitLimitFile; rows: readonly UnitLimitRow[] }> {
  const reader = unitLimitFileReader()
  const rows: UnitLimitRow[] = []
  for (const record of records) {
    const taken = reader.take(record)
    if (!taken.ok) return taken
    if (taken.value) rows.push(taken.value)
  }
  const file = reader.finish()
  return file.ok ? ok({ file: file.value, rows }) : file
}
const messageOf = (result: Result<unknown>): string => (result.ok ? '' : `${result.error.code} ${result.error.message}`)
const refusalOf = (...limits: LimitCells[]): string => messageOf(read(limitRecords(limits)))

describe('a table of unit limits', () => {
  it('has limits on a line (1) and over a day (2 and 3), and counts what it passed over', () => {
    const records = [...limitRecords(), ['', '', '', ''], ['\u001a'], ['A note of the publisher', '', '', '']]
    const read1 = read(records)
    expect(read1.ok && read1.value.rows).toEqual([
      { code: '47562', units: 1, scope: 'day' },
      { code: '99213', units: 2, scope: 'day' },
      { code: '44140', units: 1, scope: 'line' },
      { code: '99396', units: 0, scope: 'day' },
    ])
    expect(read1.ok && read1.value.file).toEqual({
      rows: 4,
      scopes: { line: 1, day: 3 },
      skipped: { heading: 2, blank: 2, note: 1 },
    })
  })

  it.each<[string, LimitCells, RegExp]>([
    ['a unit that is no number', ['47562', 'many', DAY], /Line 3 .* 47562: "many" is not a number of units/],
    ['an indicator not known', ['47562', '1', '4 Another edit'], /"4 Another edit" is no adjudication indicator/],
    ['a code without its zeros', ['100', '1', DAY], /"100" is not a code of five characters/],
    ['a value without its code', ['', '1', LINE], /"" is not a code/],
  ])('is refused for %s', (_, cells, expected) => {
    expect(refusalOf(cells)).toMatch(expected)
  })

  it('is refused where a code stands twice or the last line is cut off', () => {
    expect(refusalOf(['47562', '1', DAY], ['47562', '2', CLINICAL])).toMatch(/Line 4 .* 47562 is there twice/)
    expect(messageOf(read([...limitRecords(), ['99214', '2']]))).toMatch(/^FILE_UNREADABLE Line 7 .* cut off/)
    expect(messageOf(read([...limitRecords(), ['9921']]))).toMatch(/cut off/)
    expect(messageOf(read(limitRecords([])))).toMatch(/its header but no codes/)
  })

  it('is refused where it is the table of a hospital, or no such table', () => {
    const hospital = read(limitRecords(undefined, 'Outpatient Hospital Services MUE Values'))
    expect(messageOf(hospital)).toMatch(/"Outpatient Hospital Services MUE Values"; the one for practitioner services/)
    const other = Array.from({ length: 50 }, () => ['Anything', 'else'])
    expect(messageOf(read(other))).toMatch(/not a table of medically unlikely edits \(MUE\)/)
    expect(messageOf(read([['only a title']]))).toMatch(/its header line is missing/)
    expect(messageOf(readGpciFile(limitRecords()))).toMatch(/looks like the table of medically unlikely edits/)
  })
})

describe('the day a table takes effect', () => {
  it.each([
    ['MCR_MUE_PractitionerServices_Eff_04-01-2026.csv.gz', '2026-04-01'],
    ['folder/mcr_mue_practitionerservices_eff_10-01-2025.zip', '2025-10-01'],
    ['MCR_MUE_PractitionerServices_Eff_13-01-2026.csv', null],
    ['MCR_MUE_PractitionerServices.csv', null],
  ])('%s: %s', (name, expected) => {
    expect(unitLimitDateOf(name)).toBe(expected)
  })

  it('is the greatest that is not after the date of service; before the first it is the first, and none where none is held', () => {
    const table = (from: string): UnitLimitTable => ({
      effectiveFrom: calendarDate(from),
      version: 1,
      source: 'official',
    })
    const tables = [table('2026-01-01'), table('2026-04-01'), table('2025-10-01')]
    const on = (date: string) => unitLimitTableOn(tables, calendarDate(date))?.effectiveFrom ?? null
    expect(['2025-09-30', '2025-10-01', '2026-03-31', '2026-04-01', '2027-01-01'].map(on)).toEqual([
      '2025-10-01',
      '2025-10-01',
      '2026-01-01',
      '2026-04-01',
      '2026-04-01', // prettier-ignore
    ])
  })
})
