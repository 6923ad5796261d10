import { wholeNumber } from '../shared/count'
import type { UnitLimit } from '../crediting/case'
import { ok, type Result } from '../shared/result'
import { cell, isBlank, unreadable, wrongFile, type CsvRecord } from './file'
import type { Skipped } from './pprrvu-file'

export type UnitLimitRow = UnitLimit & { readonly code: string }

/** What a whole table of medically unlikely edits amounts to, once every line was read. */
export type UnitLimitFile = {
  readonly rows: number
  /** How many limits count on one line, and how many over a day. */
  readonly scopes: Readonly<Record<UnitLimit['scope'], number>>
  readonly skipped: Skipped
}

export type UnitLimitFileReader = {
  /** Takes the next line: its limit, or null where the line is none. After a refusal the file is not usable. */
  readonly take: (record: CsvRecord) => Result<UnitLimitRow | null>
  readonly finish: () => Result<UnitLimitFile>
}

const CODE = /^(?=.*\d)[0-9A-Z]{5}$/
/** Title and header stand within three lines; a file without them within this many is another file. */
const HEADER_WITHIN = 40
/** Adjudication indicator 1 is a line edit; 2 and 3 count over the date of service (domain E4). */
const SCOPES: Readonly<Record<string, UnitLimit['scope']>> = { '1': 'line', '2': 'day', '3': 'day' }

type Columns = { readonly units: number; readonly indicator: number; readonly count: number }

type State = {
  readonly skipped: { heading: number; blank: number; note: number }
  readonly scopes: { line: number; day: number }
  readonly codes: Set<string>
  readonly top: CsvRecord[]
  line: number
  columns: Columns | null
}

function columnsOf(header: CsvRecord): Result<Columns | null> {
  const units = header.findIndex((text) => /MUE\s+Values?/i.test(text))
  const indicator = header.findIndex((text) => /Adjudication\s+Indicator/i.test(text))
  if (units < 0 || indicator < 0) return ok(null)
  const title = cell(header, units)
  if (/practitioner/i.test(title)) return ok({ units, indicator, count: header.length })
  return unreadable(`The table has "${title}"; the one for practitioner services is needed. Choose that file of CMS.`)
}

function takeHeading(state: State, record: CsvRecord): Result<null> {
  state.skipped.heading += 1
  const columns = columnsOf(record)
  if (!columns.ok) return columns
  state.columns = columns.value
  state.top.push(record)
  return columns.value || state.line < HEADER_WITHIN ? ok(null) : wrongFile(WANTED, state.top)
}

const WANTED = 'a table of medically unlikely edits (MUE)'

/** A note below the table fills the first cell of a whole line; anything shorter is a line that was cut off. */
const isNote = (record: CsvRecord, columns: Columns): boolean =>
  record.length >= columns.count && cell(record, columns.units) === '' && cell(record, columns.indicator) === ''

function takeRow(state: State, record: CsvRecord, columns: Columns): Result<UnitLimitRow> {
  const at = `Line ${String(state.line)} of the table of unit limits`
  const again = 'Use the file of CMS unchanged.'
  if (record.length < columns.count) return unreadable(`${at} is cut off. Download the file again.`)
  const code = cell(record, 0)
  // A spreadsheet drops the zeros that an anesthesia code begins with.
  if (!CODE.test(code)) return unreadable(`${at}: "${code}" is not a code of five characters. ${again}`)
  const units = cell(record, columns.units)
  if (!/^\d{1,6}$/.test(units)) return unreadable(`${at}, code ${code}: "${units}" is not a number of units. ${again}`)
  const indicator = cell(record, columns.indicator)
  const scope = SCOPES[/^(\d)\b/.exec(indicator)?.[1] ?? '']
  if (!scope) return unreadable(`${at}, code ${code}: "${indicator}" is no adjudication indicator known. ${again}`)
  if (state.codes.has(code)) return unreadable(`${at}: ${code} is there twice. ${again}`)
  state.codes.add(code)
  state.scopes[scope] += 1
  return ok({ code, units: wholeNumber(units), scope })
}

function take(state: State, record: CsvRecord): Result<UnitLimitRow | null> {
  state.line += 1
  const { columns, skipped } = state
  if (!columns) return takeHeading(state, record)
  if (isBlank(record)) skipped.blank += 1
  else if (isNote(record, columns)) skipped.note += 1
  else return takeRow(state, record, columns)
  return ok(null)
}

function finish({ columns, codes, scopes, skipped, top }: State): Result<UnitLimitFile> {
  if (!columns) return wrongFile(WANTED, top)
  if (codes.size === 0) {
    return unreadable('The table of unit limits has its header but no codes: it is cut off. Download it again.')
  }
  return ok({ rows: codes.size, scopes: { ...scopes }, skipped: { ...skipped } })
}

/** Reads the lines of a table of medically unlikely edits for practitioners (MUE, CSV) one by one. */
export function unitLimitFileReader(): UnitLimitFileReader {
  const skipped = { heading: 0, blank: 0, note: 0 }
  const state: State = { skipped, scopes: { line: 0, day: 0 }, codes: new Set(), top: [], line: 0, columns: null }
  return { take: (record) => take(state, record), finish: () => finish(state) }
}
