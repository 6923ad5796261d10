import { conversionFactor, rvu, share, type ConversionFactor, type Rvu, type Share } from '../shared/exact'
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

/** How the amounts of one file are read. */
export type Amounts = {
  readonly isRelativeValue: (text: string) => boolean
  readonly isShare: (text: string) => boolean
  readonly isFactor: (text: string) => boolean
  readonly rvu: (text: string) => Rvu
  readonly share: (text: string) => Share
  readonly factor: (text: string) => ConversionFactor
}

/** A few thousand different amounts fill the 230,000 cells of a release: each is read once. */
function once<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    known.set(text, value)
    return value
  }
}

export const amountsOfOneFile = (): Amounts => ({
  isRelativeValue: once((text) => isAmount(text, 2)),
  isShare: once((text) => isAmount(text, 2, 4)),
  isFactor: once((text) => isAmount(text, 4) && /[1-9]/.test(text)),
  rvu: once(rvu),
  share: once(share),
  factor: once(conversionFactor),
})

type Column = { readonly name: string; readonly at: number; readonly fits: (text: string, amounts: Amounts) => boolean }

const relativeValue = (name: string, at: number): Column => ({
  name,
  at,
  fits: (text, amounts) => amounts.isRelativeValue(text),
})
const packageShare = (name: string, at: number): Column => ({ name, at, fits: (text, { isShare }) => isShare(text) })
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
  packageShare('PRE OP', 15),
  packageShare('INTRA OP', 16),
  packageShare('POST OP', 17),
]
/** Columns behind the one that 2026 inserted, at their place before 2026. */
const SHIFTED: readonly Column[] = [
  { name: 'ENDO BASE', at: 23, fits: (text) => text === '' || /^[0-9A-Z]{5}$/.test(text) },
  { name: 'CONV FACTOR', at: 24, fits: (text, amounts) => amounts.isFactor(text) },
  relativeValue('NON-FACILITY PE USED FOR OPPS', 28),
  relativeValue('FACILITY PE USED FOR OPPS', 29),
  relativeValue('MP USED FOR OPPS', 30),
]

const misfitIn = (columns: readonly Column[], record: CsvRecord, shift: 0 | 1, amounts: Amounts): string | null => {
  for (const { name, at, fits } of columns) {
    const text = cell(record, at + shift)
    if (!fits(text, amounts)) return `column ${String(at + shift + 1)} (${name}) has "${text.slice(0, 20)}"`
  }
  return null
}

const misfit = (record: CsvRecord, layout: Layout, amounts: Amounts): string | null =>
  misfitIn(COLUMNS, record, 0, amounts) ?? misfitIn(SHIFTED, record, layout.shift, amounts)

export type FileRow = { readonly row: ScheduleRow; readonly conversionFactor: ConversionFactor }

type Line = { readonly code: string; readonly record: CsvRecord; readonly number: number }

/** One line as a row of the schedule, amounts exact. Refuses a cell that cannot stand where it stands. */
export function rowOf(line: Line, layout: Layout, amounts: Amounts): Result<FileRow> {
  const { code, record, number } = line
  const problem = misfit(record, layout, amounts)
  if (problem) {
    return unreadable(
      `Line ${String(number)}, code ${code}: ${problem}, which is not a value of that column. ` +
        'A column is missing or has moved, or the line is damaged. Download the release again.',
    )
  }
  const factor = amounts.factor(cell(record, 24 + layout.shift))
  return ok({ row: scheduleRow(code, record, layout, amounts), conversionFactor: factor })
}

function scheduleRow(code: string, record: CsvRecord, { shift }: Layout, amounts: Amounts): ScheduleRow {
  const { rvu, share } = amounts
  return {
    code,
    modifier: cell(record, 1) as RowModifier,
    status: cell(record, 3) as StatusCode,
    notUsedForPayment: cell(record, 4) === '+',
    work: rvu(cell(record, 5)),
    payment: {
      nonFacilityPe: rvu(cell(record, 6)),
      facilityPe: rvu(cell(record, 8)),
      malpractice: rvu(cell(record, 10)),
      oppsNonFacilityPe: rvu(cell(record, 28 + shift)),
      oppsFacilityPe: rvu(cell(record, 29 + shift)),
      oppsMalpractice: rvu(cell(record, 30 + shift)),
    },
    rarelyNonFacility: cell(record, 7) === 'NA',
    rarelyFacility: cell(record, 9) === 'NA',
    pcTc: cell(record, 13),
    globalPeriod: cell(record, 14) as GlobalPeriod,
    preOp: share(cell(record, 15)),
    intraOp: share(cell(record, 16)),
    postOp: share(cell(record, 17)),
    multipleProcedure: cell(record, 18),
    bilateral: cell(record, 19),
    assistant: cell(record, 20),
    coSurgeon: cell(record, 21),
    team: cell(record, 22),
    endoscopyBase: cell(record, 23 + shift),
    supervision: cell(record, 25 + shift),
    imagingFamily: cell(record, 27 + shift),
  }
}
