import { describe, expect, it } from 'vitest'
import { kindOf } from '@/lib/domain/catalog/category'
import { hcpcsEditionOf, readHcpcsFile } from '@/lib/domain/schedule/hcpcs-file'
import type { CsvRecord } from '@/lib/domain/schedule/file'
import { readSheet } from '@/lib/server/workbook'
import { authoredCodes } from '@/scripts/catalog/content'
import { officialBeside } from '../../support/official-files'
import { must } from '../../support/people'

const HEADER = ['HCPC', 'SEQNUM', 'RECID', 'LONG DESCRIPTION', 'SHORT DESCRIPTION', 'ADD DT', 'TERM DT']
const WORDS = ['Words of the publisher, at length', 'Short words']
const read = (...records: CsvRecord[]) => readHcpcsFile([HEADER, ...records])

describe('the file of HCPCS level II', () => {
  it('gives codes with their words and days, modifiers and dental codes passed over', () => {
    const file = must(
      read(
        ['   A1', '0010', '7', ...WORDS, '20020701', ''],
        ['G0101', '0010', '3', ...WORDS, '19980101', ''],
        ['S0020', '0010', '3', ...WORDS, '20000101', '20230630'],
        ['D0120', '0010', '3', ...WORDS, '20000101', ''],
        ['', '', '', '', '', '', ''],
      ),
    )
    const words = { longDescription: WORDS[0], shortDescription: WORDS[1] }
    expect(file.codes).toEqual([
      { code: 'G0101', ...words, addedOn: '1998-01-01', endsOn: null },
      { code: 'S0020', ...words, addedOn: '2000-01-01', endsOn: '2023-06-30' },
    ])
    expect(file.skipped).toEqual({ modifiers: 1, dental: 1, blank: 1 })
  })

  it.each<[string, CsvRecord, RegExp]>([
    ['a code of level I', ['47562', '', '3', ...WORDS, '', ''], /"47562" is not a code of level II/],
    ['a record not known', ['G0101', '', '5', ...WORDS, '', ''], /Line 2 .* record "5" is not known/],
    ['a day that does not exist', ['G0101', '', '3', ...WORDS, '', '20250231'], /"20250231" is not a date/],
  ])('is refused for %s', (_, record, message) => {
    expect(read(record)).toMatchObject({ ok: false, error: { message: expect.stringMatching(message) } })
  })

  it('is refused where a code stands twice, there are none, or it is another file', () => {
    const code = ['G0101', '', '3', ...WORDS, '', '']
    expect(read(code, code)).toMatchObject({ error: { message: expect.stringMatching(/G0101 .* twice/) } })
    expect(read()).toMatchObject({ error: { message: expect.stringMatching(/no codes/) } })
    expect(readHcpcsFile([['CODE', '2022']])).toMatchObject({ error: { code: 'FILE_UNREADABLE' } })
  })

  it('says its quarter by its name', () => {
    expect(hcpcsEditionOf('/some/HCPC2025_OCT_ANWEB.xlsx')).toBe('2025-10-01')
    expect(hcpcsEditionOf('hcpc2026_jan_anweb_v2.xlsx')).toBe('2026-01-01')
    expect(hcpcsEditionOf('codes.xlsx')).toBeNull()
  })

  const official = officialBeside('hcpcs', 'HCPC2025_OCT_ANWEB.xlsx')
  it.skipIf(official === null)('of October 2025 has every described code of level II, in use', async () => {
    const { codes, skipped } = must(readHcpcsFile(must(await readSheet(official ?? ''))))
    // 8,847 rows of the sheet: the header, 383 modifiers and the codes.
    expect([codes.length, skipped]).toEqual([8_463, { modifiers: 383, dental: 0, blank: 0 }])
    expect(codes.find(({ code }) => code === 'G0101')?.shortDescription).toBe('Ca screen;pelvic/breast exam')
    const inUse = new Set(codes.filter(({ endsOn }) => endsOn === null).map(({ code }) => code))
    const described = authoredCodes().filter(({ code }) => kindOf(code) === 'hcpcs')
    expect(described.length).toBeGreaterThan(10)
    expect(described.map(({ code }) => code).filter((code) => !inUse.has(code))).toEqual([])
  })
})
