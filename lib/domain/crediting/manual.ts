import { cents, rvu, share } from '../shared/exact'
import type { ScheduleRow } from '../schedule/row'
import { adjustmentsOf } from './adjustment-of-line'
import type { CaseLine, CaseRules, ManualValue, ScheduleView } from './case'
import { CITATION } from './citation'
import { OPEN_STATUSES } from './entered-value'
import type { Note } from './explanation'
import { listedWork, standingOf, statusMeaning } from './status'
import type { Manual } from './working-line'
import type { PlaceOfService } from '../schedule/place-of-service'

/** What a line is read against: the row of its own code (null: none), and how a row is chosen for its modifiers. */
export type ManualRequest = {
  readonly line: CaseLine
  readonly given: ManualValue
  readonly view: ScheduleView
  readonly own: ScheduleRow | null
  readonly modifiers: readonly string[]
  readonly place: PlaceOfService
  readonly choose: (rows: readonly ScheduleRow[], modifiers: readonly string[]) => ScheduleRow | undefined
}

export type ManualReading = { readonly row: ScheduleRow; readonly manual: Manual } | { readonly refused: string }

const NONE = rvu('0')
const NO_SHARE = share('0')

/** Stands for a code that no release has: no value of its own, and every modifier counts by its own factor. */
export const BARE_ROW: ScheduleRow = {
  code: '', modifier: '', status: 'C', notUsedForPayment: false, work: NONE, payment: null,
  rarelyNonFacility: false, rarelyFacility: false, pcTc: '9', globalPeriod: 'XXX',
  preOp: NO_SHARE, intraOp: NO_SHARE, postOp: NO_SHARE, multipleProcedure: '9', bilateral: '1', assistant: '2',
  coSurgeon: '2', team: '2', endoscopyBase: '', supervision: '09', imagingFamily: '99',
} // prettier-ignore

/** True where CMS sets no value for a row and a person may. */
function isOpen(row: ScheduleRow): boolean {
  const work = listedWork(row)
  return work === null || (work === 0n && standingOf(row) === 'not-priced' && OPEN_STATUSES.includes(row.status))
}

/** Why a code takes no value by hand, given its row; null where it may. */
function refusalOf(row: ScheduleRow, request: ManualRequest, rules: CaseRules): string | null {
  if (row.status === 'J') return 'Anesthesia is counted in base and time units: enter its minutes, not a value.'
  if (isOpen(row)) return null
  if (standingOf(row) !== 'priced' && !row.notUsedForPayment) {
    return `It has no value of its own: ${statusMeaning(row)} The value entered is not used.`
  }
  if (!isByReport(row, request, rules)) return 'CMS sets a value for it: the one entered is not used. Leave it out.'
  return request.given.comparator === undefined
    ? null
    : 'CMS sets a value for it, so it takes no comparable code. Enter what the payer allowed for it.'
}

/** True where a modifier of the line leaves the amount to the payer: 52, 53, 66, an undivided package. */
function isByReport(row: ScheduleRow, { line, modifiers, place }: ManualRequest, rules: CaseRules): boolean {
  const input = { row, line, place, practitioner: rules.practitioner, settings: rules.settings }
  return adjustmentsOf(modifiers, input, rules.policy).some((each) => each.effect === 'by-report')
}

/** The row of a comparable code, or why it cannot be one. */
function comparable(code: string, { view, modifiers, choose }: ManualRequest): ScheduleRow | string {
  const rows = view.rowsOf(code)
  if (rows.length === 0) return `The comparable code ${code} is not in ${view.release.id}: name one that CMS values.`
  const row = choose(rows, modifiers)
  if (row === undefined) return `The comparable code ${code} has no such part: name one that CMS values.`
  const work = listedWork(row)
  return work === null || (work === 0n && standingOf(row) !== 'priced')
    ? `The comparable code ${code} has no value of its own: name one that CMS values.`
    : row
}

const NOTHING_TO_CREDIT =
  'It is not in the fee schedule of that day: enter a work RVU or a comparable code with the amount.'

const amountOf = <T>(text: string | undefined, read: (text: string) => T): T | null =>
  text === undefined ? null : read(text)

/** What a person's own value makes of a line (`MANUAL_VALUE`): a row to count by and values, or a refusal. */
export function readManual(request: ManualRequest, rules: CaseRules): ManualReading {
  const { own, given } = request
  const refused = own === null ? null : refusalOf(own, request, rules)
  if (refused !== null) return { refused }
  const { workRvu, allowed, comparator } = given
  if (own === null && workRvu === undefined && comparator === undefined) return { refused: NOTHING_TO_CREDIT }
  const row = comparator === undefined ? (own ?? BARE_ROW) : comparable(comparator, request)
  if (typeof row === 'string') return { refused: row }
  const manual = {
    work: amountOf(workRvu, rvu),
    allowed: amountOf(allowed, cents),
    comparator: comparator ?? null,
    own,
  }
  return { row, manual }
}

export const manualNote = (reason: string): Note => ({ rule: 'manual-value', reason, citation: CITATION.entered })

export const refusedNote = (reason: string): Note => ({ rule: 'manual-refused', reason, citation: CITATION.entered })
