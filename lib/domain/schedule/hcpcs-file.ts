import { readDate, type CalendarDate } from '../shared/date'
import { ok, type Result } from '../shared/result'
import { cell, isBlank, splitAtHeader, unreadable, wrongFile, type CsvRecord } from './file'

/** A code of HCPCS level II, whose descriptors CMS publishes itself; codes of level I (CPT) are not in its file. */
export type HcpcsCode = {
  readonly code: string
  readonly longDescription: string
  readonly shortDescription: string
  readonly addedOn: CalendarDate | null
  /** The last day of a code that was ended; null while it is in use. */
  readonly endsOn: CalendarDate | null
}

export type HcpcsFile = {
  readonly codes: readonly HcpcsCode[]
  /** Lines passed over: modifiers, which the file lists as well, and blank ones. */
  readonly skipped: { readonly modifiers: number; readonly blank: number }
}

const TITLES = {
  code: 'HCPC', record: 'RECID', long: 'LONG DESCRIPTION', short: 'SHORT DESCRIPTION', added: 'ADD DT', ends: 'TERM DT',
} as const // prettier-ignore
type Columns = Readonly<Record<keyof typeof TITLES, number>>

/** Record identifiers of the file: 3 begins a code, 7 a modifier. */
const CODE_RECORD = '3'
const MODIFIER_RECORD = '7'

function columnsOf(header: CsvRecord): Columns | null {
  const at = (title: string): number => header.findIndex((text) => text.trim().toUpperCase() === title)
  const entries = Object.entries(TITLES).map(([key, title]) => [key, at(title)] as const)
  return entries.some(([, column]) => column < 0) ? null : (Object.fromEntries(entries) as Columns)
}

/** `20230630` as a date; null where there is none. */
const dateOf = (text: string): CalendarDate | null => readDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))

function codeOf(record: CsvRecord, columns: Columns, line: number): Result<HcpcsCode> {
  const at = `Line ${String(line)} of the HCPCS file`
  const code = cell(record, columns.code)
  if (!/^[A-V]\d{4}$/.test(code)) return unreadable(`${at}: "${code}" is not a code of level II. Use it unchanged.`)
  const ends = cell(record, columns.ends)
  const endsOn = dateOf(ends)
  if (ends !== '' && endsOn === null) return unreadable(`${at}, code ${code}: "${ends}" is not a date.`)
  return ok({
    code,
    longDescription: cell(record, columns.long),
    shortDescription: cell(record, columns.short),
    addedOn: dateOf(cell(record, columns.added)),
    endsOn,
  })
}

/** Reads the alphanumeric file of HCPCS level II (ANWEB), its sheet as records. */
export function readHcpcsFile(records: readonly CsvRecord[]): Result<HcpcsFile> {
  const split = splitAtHeader(records, (record) => columnsOf(record) !== null)
  const columns = split && columnsOf(split.header)
  if (!columns) return wrongFile('a file of HCPCS level II codes', records)
  const codes = new Map<string, HcpcsCode>()
  const skipped = { modifiers: 0, blank: 0 }
  for (const [index, record] of split.body.entries()) {
    const kind = cell(record, columns.record)
    if (isBlank(record)) skipped.blank += 1
    else if (kind === MODIFIER_RECORD) skipped.modifiers += 1
    else {
      const line = split.firstRow + index
      if (kind !== CODE_RECORD)
        return unreadable(`Line ${String(line)} of the HCPCS file: record "${kind}" is not known.`)
      const read = codeOf(record, columns, line)
      if (!read.ok) return read
      if (codes.has(read.value.code)) return unreadable(`${read.value.code} is in the HCPCS file twice.`)
      codes.set(read.value.code, read.value)
    }
  }
  if (codes.size === 0) return unreadable('The HCPCS file has its header but no codes: it is cut off.')
  return ok({ codes: [...codes.values()], skipped })
}
