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
  /** Lines passed over: modifiers, which the file lists as well, dental codes, and blank ones. */
  readonly skipped: { readonly modifiers: number; readonly dental: number; readonly blank: number }
}

/** The first day of the quarter that a file is of, by its name: `HCPC2025_OCT_ANWEB.xlsx`. Null when it does not say. */
export function hcpcsEditionOf(fileName: string): CalendarDate | null {
  const match = /HCPC(20\d\d)_(JAN|APR|JUL|OCT)/i.exec(fileName.split(/[\\/]/).pop() ?? '')
  const [, year = '', month = ''] = match ?? []
  return match && readDate(`${year}-${FIRST_MONTHS[month.toUpperCase()] ?? ''}-01`)
}

const FIRST_MONTHS: Readonly<Record<string, string>> = { JAN: '01', APR: '04', JUL: '07', OCT: '10' }

const TITLES = {
  code: 'HCPC', record: 'RECID', long: 'LONG DESCRIPTION', short: 'SHORT DESCRIPTION', added: 'ADD DT', ends: 'TERM DT',
} as const // prettier-ignore
type Columns = Readonly<Record<keyof typeof TITLES, number>>

/** Record identifiers of the file: 3 begins a code, 7 a modifier. */
const CODE_RECORD = '3'
const MODIFIER_RECORD = '7'
/** D codes belong to the American Dental Association; they are passed over should the file have them. */
const DENTAL = /^D\d{4}$/

function columnsOf(header: CsvRecord): Columns | null {
  const at = (title: string): number => header.findIndex((text) => text.trim().toUpperCase() === title)
  const entries = Object.entries(TITLES).map(([key, title]) => [key, at(title)] as const)
  return entries.some(([, column]) => column < 0) ? null : (Object.fromEntries(entries) as Columns)
}

/** `20230630` as a date; null where there is none. */
const dateOf = (text: string): CalendarDate | null => readDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'))

function codeOf(record: CsvRecord, columns: Columns, line: number): Result<HcpcsCode> {
  const at = `Line ${String(line)} of the HCPCS file`
  const kind = cell(record, columns.record)
  if (kind !== CODE_RECORD) return unreadable(`${at}: record "${kind}" is not known.`)
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

type SkippedKind = keyof HcpcsFile['skipped']

/** Why a line holds no code to keep; null for one that does. */
function skippedAs(record: CsvRecord, columns: Columns): SkippedKind | null {
  if (isBlank(record)) return 'blank'
  if (cell(record, columns.record) === MODIFIER_RECORD) return 'modifiers'
  return DENTAL.test(cell(record, columns.code)) ? 'dental' : null
}

/** Reads the alphanumeric file of HCPCS level II (ANWEB), its sheet as records. */
export function readHcpcsFile(records: readonly CsvRecord[]): Result<HcpcsFile> {
  const split = splitAtHeader(records, (record) => columnsOf(record) !== null)
  const columns = split && columnsOf(split.header)
  if (!columns) return wrongFile('a file of HCPCS level II codes', records)
  const codes = new Map<string, HcpcsCode>()
  const skipped: Record<SkippedKind, number> = { modifiers: 0, dental: 0, blank: 0 }
  for (const [index, record] of split.body.entries()) {
    const kind = skippedAs(record, columns)
    if (kind !== null) {
      skipped[kind] += 1
      continue
    }
    const read = codeOf(record, columns, split.firstRow + index)
    if (!read.ok) return read
    if (codes.has(read.value.code)) return unreadable(`${read.value.code} is in the HCPCS file twice.`)
    codes.set(read.value.code, read.value)
  }
  if (codes.size === 0) return unreadable('The HCPCS file has its header but no codes: it is cut off.')
  return ok({ codes: [...codes.values()], skipped })
}
