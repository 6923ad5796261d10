import type { CalculatedLine, Flag, ManualValue } from './case'

/** A work RVU and an amount of dollars as a person enters them for one unit of what CMS sets no value for. */
export const ENTERED_WORK_SHAPE = /^\d{1,5}(\.\d{1,2})?$/
export const ENTERED_AMOUNT_SHAPE = /^\d{1,7}(\.\d{1,2})?$/

/** As its three fields hold it. */
export type EnteredText = { readonly workRvu: string; readonly allowed: string; readonly comparator: string }

/** What the fields say together; null where all are empty. */
export function enteredValue({ workRvu, allowed, comparator }: EnteredText): ManualValue | null {
  const given = Object.entries({ workRvu, allowed, comparator: comparator.toUpperCase() })
    .map(([name, text]) => [name, text.trim()] as const)
    .filter(([, text]) => text !== '')
  return given.length > 0 ? Object.fromEntries(given) : null
}

/** Statuses without a value that a person may set one for; anesthesia has units, measures and bundled codes have none. */
export const OPEN_STATUSES: readonly string[] = ['C', 'R', 'E', 'I', 'N', 'X']

const NOT_HELD: readonly Flag[] = ['CODE_UNKNOWN', 'CODE_NOT_IN_RELEASE', 'MANUAL_VALUE']
/** Those that have a value to be reduced; bundled codes have none, whatever their modifiers. */
const VALUED_STATUSES = ['A', 'T', ...OPEN_STATUSES]

/** Leave the amount to the payer on whatever code; of the others the steps say whether they do. */
const BY_REPORT_MODIFIERS = ['52', '53', '66']
const BY_REPORT_RULES = ['surgical-package', 'return-to-operating-room']

/** By report through a modifier: a sixth procedure is by report too, and takes no value. */
const isByReport = ({ status, flags, modifiers, steps }: CalculatedLine): boolean =>
  flags.includes('BY_REPORT') &&
  VALUED_STATUSES.includes(status ?? '') &&
  (modifiers.some((each) => BY_REPORT_MODIFIERS.includes(each)) ||
    steps.some(({ measure, rule, after }) => measure === 'payment' && after === null && BY_REPORT_RULES.includes(rule)))

const isWithoutWork = ({ status, workRvu }: CalculatedLine): boolean =>
  OPEN_STATUSES.includes(status ?? '') && (workRvu === null || /^0(\.0*)?$/.test(workRvu))

/** True where CMS sets no value for a line as it was answered, so that a person may enter one (`MANUAL_VALUE`). */
export function takesValue(line: CalculatedLine): boolean {
  if (line.flags.some((flag) => NOT_HELD.includes(flag))) return true
  if (!line.valid || line.status === 'J' || line.allowed !== null) return false
  return line.flags.includes('CONTRACTOR_PRICED') || isByReport(line) || isWithoutWork(line)
}
