import { conversionFactor, rvu, share, type ConversionFactor } from '../shared/exact'
import { ok, type Result } from '../shared/result'
import { cell, isAmount, unreadable, type CsvRecord } from './file'
import type { GlobalPeriod, RowModifier, ScheduleRow, StatusCode } from './row'

/**
 * Where each column of the relative value file stands (domain A1; layout document RVU25D.pdf). Column 3, the
 * descriptor, is the AMA's and is never read. From 2026 a pricing indicator stands after team surgery and shifts
 * the columns behind it by one.
 */
export type Layout = { readonly columns: number; readonly shift: 0 | 1 }

const LAYOUTS: readonly Layout[] = [
  { columns: 31, shift: 0 },
  { columns: 32, shift: 1 },
]

export const layoutOf = (columns: number): Layout | null => LAYOUTS.find((each) => each.columns === columns) ?? null

const MODIFIERS: readonly string[] = ['', '26', 'TC', '53'] satisfies RowModifier[]
const STATUSES: readonly string[] = [...'ABCDEFGHIJMNPQRTX']
const GLOBALS: readonly string[] = ['000', '010', '090', 'MMM', 'XXX', 'YYY', 'ZZZ'] satisfies GlobalPeriod[]

type Column = { readonly name: string; readonly at: number; readonly fits: (text: string) => boolean }

const relativeValue = (name: string, at: number): Column => ({ name, at, fits: (text) => isAmount(text, 2) })
const oneOf = (name: string, at: number, values: readonly string[]): Column => ({
  name,
  at,
  fits: (text) => values.includes(text),
})

/** Columns that tell a shifted or damaged line from a good one, in the order of the file, counted from 0. */
const COLUMNS: readonly Column[] = [
  oneOf('MOD', 1, MODIFIERS),
  oneOf('STATUS CODE', 3, STATUSES),
  oneOf('NOT USED FOR MEDICARE PAYMENT', 4, ['', '+']),
  relativeValue('WORK RVU', 5),
  relativeValue('NON-FACILITY PE RVU', 6),
  oneOf('NON-FACILITY NA INDICATOR', 7, ['', 'NA']),
  relativeValue('FACILITY PE RVU', 8),
  oneOf('FACILITY NA INDICATOR', 9, ['', 'NA']),
  relativeValue('MP RVU', 10),
  oneOf('GLOB DAYS', 14, GLOBALS),
  relativeValue('PRE OP', 15),
  relativeValue('INTRA OP', 16),
  relativeValue('POST OP', 17),
]
/** Columns behind the one that 2026 inserted, at their place before 2026. */
const SHIFTED: readonly Column[] = [
  { name: 'ENDO BASE', at: 23, fits: (text) => text === '' || /^[0-9A-Z]{5}$/.test(text) },
  { name: 'CONV FACTOR', at: 24, fits: (text) => isAmount(text, 4) && /[1-9]/.test(text) },
  relativeValue('NON-FACILITY PE USED FOR OPPS', 28),
  relativeValue('FACILITY PE USED FOR OPPS', 29),
  relativeValue('MP USED FOR OPPS', 30),
]

function misfit(record: CsvRecord, layout: Layout): string | null {
  const wrong = (column: Column, at: number): string | null => {
    const text = cell(record, at)
    return column.fits(text) ? null : `column ${String(at + 1)} (${column.name}) has "${text.slice(0, 20)}"`
  }
  for (const column of COLUMNS) {
    const problem = wrong(column, column.at)
    if (problem) return problem
  }
  for (const column of SHIFTED) {
    const problem = wrong(column, column.at + layout.shift)
    if (problem) return problem
  }
  return null
}

export type FileRow = { readonly row: ScheduleRow; readonly conversionFactor: ConversionFactor }

/** One line as a row of the schedule, amounts exact. Refuses a cell that cannot stand where it stands. */
export function rowOf(code: string, record: CsvRecord, layout: Layout, line: number): Result<FileRow> {
  const problem = misfit(record, layout)
  if (problem) {
    return unreadable(
      `Line ${String(line)}, code ${code}: ${problem}, which is not a value of that column. ` +
        'A column is missing or has moved, or the line is damaged. Download the release again.',
    )
  }
  return ok({ row: scheduleRow(code, record, layout), conversionFactor: factorOf(record, layout) })
}

const factorOf = (record: CsvRecord, layout: Layout): ConversionFactor =>
  conversionFactor(cell(record, 24 + layout.shift))

function scheduleRow(code: string, record: CsvRecord, { shift }: Layout): ScheduleRow {
  const text = (at: number): string => cell(record, at)
  return {
    code,
    modifier: text(1) as RowModifier,
    status: text(3) as StatusCode,
    notUsedForPayment: text(4) === '+',
    work: rvu(text(5)),
    payment: {
      nonFacilityPe: rvu(text(6)),
      facilityPe: rvu(text(8)),
      malpractice: rvu(text(10)),
      oppsNonFacilityPe: rvu(text(28 + shift)),
      oppsFacilityPe: rvu(text(29 + shift)),
      oppsMalpractice: rvu(text(30 + shift)),
    },
    rarelyNonFacility: text(7) === 'NA',
    rarelyFacility: text(9) === 'NA',
    pcTc: text(13),
    globalPeriod: text(14) as GlobalPeriod,
    preOp: share(text(15)),
    intraOp: share(text(16)),
    postOp: share(text(17)),
    multipleProcedure: text(18),
    bilateral: text(19),
    assistant: text(20),
    coSurgeon: text(21),
    team: text(22),
    endoscopyBase: text(23 + shift),
    supervision: text(25 + shift),
    imagingFamily: text(27 + shift),
  }
}
