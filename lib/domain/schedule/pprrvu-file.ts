import { printConversionFactor, type ConversionFactor } from '../shared/exact'
import { ok, type Result } from '../shared/result'
import { cell, isBlank, unreadable, wrongFile, type CsvRecord, type Failure, type Finding } from './file'
import { checkTally, emptyTally, tallyRow, type Tally } from './pprrvu-checks'
import { amountsOfOneFile, layoutOf, rowOf, type Amounts, type Layout } from './pprrvu-layout'
import { releaseIdOfMonth } from './release-id'
import type { ScheduleRow, StatusCode } from './row'

/** Lines passed over, by reason: titles and header, blank lines and end marks, footnotes. */
export type Skipped = { readonly heading: number; readonly blank: number; readonly note: number }

/** What a whole relative value file amounts to, once every line was read. */
export type ScheduleFile = {
  /** The quarterly release its title line names, `RVU25D`; null when it names none. A correction is not told apart. */
  readonly release: string | null
  readonly columns: number
  readonly conversionFactor: ConversionFactor
  /** Rows read: one code with one modifier each. */
  readonly rows: number
  readonly skipped: Skipped
  /** Anesthesia codes whose leading zeros a spreadsheet had dropped, restored; counted in `rows`. */
  readonly restoredCodes: number
  readonly statuses: ReadonlyMap<StatusCode, number>
  /** Codes of status A that have 26, TC and own rows. */
  readonly splitCodes: number
  readonly findings: readonly Finding[]
}

export type ScheduleFileReader = {
  /** Takes the next line: its row, or null where the line is none. After a refusal the file is not usable. */
  readonly take: (record: CsvRecord) => Result<ScheduleRow | null>
  readonly finish: () => Result<ScheduleFile>
}

/** Five capitals and digits, a digit among them. RVU26C has a placeholder, GXXX1, beside the codes in use. */
const CODE = /^(?=.*\d)[0-9A-Z]{5}$/
/** The header stands on line 10; a file without one within this many lines is another file. */
const HEADER_WITHIN = 40

/**
 * An anesthesia code that lost its leading zeros (`100` for 00100). Only anesthesia has five digits that begin with
 * zero, so status J on a full line of three or four digits can be nothing else.
 */
function restoredCode(record: CsvRecord, layout: Layout): string | null {
  const first = cell(record, 0)
  const lost = /^\d{3,4}$/.test(first) && cell(record, 3) === 'J' && record.length === layout.columns
  return lost ? first.padStart(5, '0') : null
}

function layoutOfHeader(header: CsvRecord): Result<Layout> {
  const layout = layoutOf(header.length)
  if (layout) return ok(layout)
  if (header.some((text) => /PROCSTAT/i.test(text))) return wrongFile('a relative value file', [header])
  return unreadable(
    `The header has ${String(header.length)} columns; a relative value file has 31, or 32 from 2026 on. ` +
      'Use the CSV file of the release unchanged, with no column removed or added.',
  )
}

function wrongLength(code: string, record: CsvRecord, layout: Layout, line: number): Failure {
  const short = record.length < layout.columns
  const why = short ? 'The file is cut off there or the line is damaged.' : 'The line is damaged.'
  const counts = `${String(record.length)} of ${String(layout.columns)} columns`
  return unreadable(`Line ${String(line)}, code ${code}: ${counts}. ${why} Download the release again.`)
}

type State = {
  readonly tally: Tally
  readonly amounts: Amounts
  readonly skipped: { heading: number; blank: number; note: number }
  readonly top: CsvRecord[]
  line: number
  restoredCodes: number
  release: string | null
  layout: Layout | null
  factor: ConversionFactor | null
}

function takeHeading(state: State, record: CsvRecord): Result<null> {
  state.skipped.heading += 1
  if (/^HCPCS$/i.test(cell(record, 0))) {
    const found = layoutOfHeader(record)
    if (!found.ok) return found
    state.layout = found.value
    return ok(null)
  }
  state.top.push(record)
  const title = /(\d{4}) National Physician Fee Schedule Relative Value File (\w+)/i.exec(record.join(' '))
  if (title?.[1] && title[2]) state.release = releaseIdOfMonth(title[1], title[2])
  return state.line < HEADER_WITHIN ? ok(null) : wrongFile('a relative value file', state.top)
}

function takeRow(state: State, code: string, record: CsvRecord, layout: Layout): Result<ScheduleRow> {
  if (record.length !== layout.columns) return wrongLength(code, record, layout, state.line)
  const read = rowOf({ code, record, number: state.line }, layout, state.amounts)
  if (!read.ok) return read
  const { row, conversionFactor } = read.value
  state.factor ??= conversionFactor
  if (state.factor !== conversionFactor) {
    const both = `${printConversionFactor(state.factor)} and ${printConversionFactor(conversionFactor)}`
    return unreadable(
      `Line ${String(state.line)}: the file has two conversion factors, ${both}. Use one release unchanged.`,
    )
  }
  if (tallyRow(state.tally, row)) return ok(row)
  const name = row.modifier === '' ? code : `${code}-${row.modifier}`
  return unreadable(`Line ${String(state.line)}: ${name} is there twice. The file is not one release of CMS unchanged.`)
}

function take(state: State, record: CsvRecord): Result<ScheduleRow | null> {
  state.line += 1
  if (!state.layout) return takeHeading(state, record)
  if (isBlank(record)) {
    state.skipped.blank += 1
    return ok(null)
  }
  const first = cell(record, 0)
  if (CODE.test(first)) return takeRow(state, first, record, state.layout)
  const restored = restoredCode(record, state.layout)
  if (restored === null) {
    state.skipped.note += 1
    return ok(null)
  }
  state.restoredCodes += 1
  return takeRow(state, restored, record, state.layout)
}

function finish({ tally, skipped, top, layout, factor, release, restoredCodes }: State): Result<ScheduleFile> {
  if (!layout) return wrongFile('a relative value file', top)
  if (factor === null) {
    return unreadable('The file has its header but no rows: it is cut off. Download the release again.')
  }
  const counts = { rows: tally.rows, skipped: { ...skipped }, restoredCodes, statuses: tally.statuses }
  return ok({ release, columns: layout.columns, conversionFactor: factor, ...counts, ...checkTally(tally) })
}

/** Reads the lines of a relative value file (PPRRVU, CSV) one by one; rows go to the caller as they come. */
export function scheduleFileReader(): ScheduleFileReader {
  const skipped = { heading: 0, blank: 0, note: 0 }
  const nothing = { line: 0, restoredCodes: 0, release: null, layout: null, factor: null }
  const state: State = { tally: emptyTally(), amounts: amountsOfOneFile(), skipped, top: [], ...nothing }
  return { take: (record) => take(state, record), finish: () => finish(state) }
}
