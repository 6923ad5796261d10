import type { CsvRecord } from '@/lib/domain/schedule/file'

const HEADER = ['HCPC', 'SEQNUM', 'RECID', 'LONG DESCRIPTION', 'SHORT DESCRIPTION', 'ADD DT', 'TERM DT']

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** The members of a workbook with one sheet of these rows, its texts kept apart from the cells as CMS's are. */
function workbookMembers(rows: readonly CsvRecord[]): Readonly<Record<string, string>> {
  const texts = [...new Set(rows.flat())]
  const cells = (row: CsvRecord, line: number) =>
    row.map((text, at) => `<c r="${'ABCDEFG'.charAt(at)}${line + 1}" t="s"><v>${texts.indexOf(text)}</v></c>`).join('')
  return {
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<sheetData>${rows.map((row, line) => `<row r="${line + 1}">${cells(row, line)}</row>`).join('')}</sheetData>`,
  }
}

type DescriptorCells = readonly [code: string, long: string, short: string, endsOn?: string]

/** A file of HCPCS Level II codes as CMS publishes it. */
export const descriptorMembers = (codes: readonly DescriptorCells[]): Readonly<Record<string, string>> =>
  workbookMembers([
    HEADER,
    ...codes.map(([code, long, short, endsOn = '']) => [code, '0010', '3', long, short, '20000101', endsOn]),
  ])
