import type { ConversionFactor } from '../shared/exact'
import { placeOfService } from '../schedule/place-of-service'
import type { RowModifier, ScheduleRow } from '../schedule/row'
import { adjustmentsOf } from './adjustment-of-line'
import { impliedAssistant } from './assistant'
import { aloneSides, bilateralCredit, bilateralFactor } from './bilateral'
import type { CaseInput, CaseLine, Flag, ScheduleView } from './case'
import { CITATION } from './citation'
import type { Note } from './explanation'
import { conflictIn, modifierFact } from './modifier'
import { priceRow } from './row-price'
import { listedWork, standingOf } from './status'
import { hasPackage } from './surgical-package'
import type { RejectedLine, WorkingLine } from './working-line'

export type Reading = { readonly accepted: WorkingLine } | { readonly rejected: RejectedLine }

type Refused = { readonly flag: Flag; readonly rule: string; readonly reason: string; readonly citation: string }

const refused = (flag: Flag, rule: string, reason: string, citation: string): Refused => ({
  flag,
  rule,
  reason,
  citation,
})

const rowWith = (rows: readonly ScheduleRow[], modifier: RowModifier): ScheduleRow | undefined =>
  rows.find((row) => row.modifier === modifier)

/** The row that a line is priced by: 26 and TC must have one of their own, 53 uses one where published (domain A3). */
function chooseRow(rows: readonly ScheduleRow[], modifiers: readonly string[]): ScheduleRow | undefined {
  if (modifiers.includes('26')) return rowWith(rows, '26')
  if (modifiers.includes('TC')) return rowWith(rows, 'TC')
  const stopped = modifiers.includes('53') ? rowWith(rows, '53') : undefined
  return stopped ?? rowWith(rows, '')
}

const notValid = (code: string, modifier: string, why: string): Refused =>
  refused(
    'MODIFIER_NOT_VALID_FOR_CODE',
    'modifier-not-valid',
    `${modifier} is not valid with ${code}: ${why}`,
    CITATION.pcTc,
  )

function noRow(code: string, modifiers: readonly string[]): Refused {
  const part = modifiers.find((each) => each === '26' || each === 'TC')
  return part === undefined
    ? notValid(code, 'No modifier', 'CMS publishes only its professional or technical part. Add 26 or TC.')
    : notValid(code, part, 'CMS publishes no such part of it.')
}

function unknownCode(line: CaseLine, view: ScheduleView): Refused {
  return view.isKnown(line.code)
    ? refused(
        'CODE_NOT_IN_RELEASE',
        'code-not-in-release',
        `${line.code} is not in ${view.release.id}: check the date of service.`,
        CITATION.release,
      )
    : refused('CODE_UNKNOWN', 'code-unknown', `${line.code} is not a code of the fee schedule.`, CITATION.release)
}

const PACKAGE_PARTS = ['54', '55', '56']

function modifierRefusal(line: CaseLine, row: ScheduleRow, modifiers: readonly string[]): Refused | null {
  for (const modifier of modifiers) {
    if (modifierFact(modifier)?.group === 'facility-only') {
      return notValid(line.code, modifier, 'it belongs on the claim of the facility.')
    }
    if (PACKAGE_PARTS.includes(modifier) && !hasPackage(row)) {
      return notValid(line.code, modifier, 'it has no 10-day or 90-day package to divide.')
    }
  }
  return null
}

function conflictRefusal(modifiers: readonly string[]): Refused | null {
  const conflict = conflictIn(modifiers)
  if (conflict === null) return null
  const reason = `${conflict[0]} and ${conflict[1]} contradict each other on one line.`
  return refused('MODIFIERS_CONFLICT', 'modifiers-conflict', reason, CITATION.modifiers)
}

/** A dollar amount needs one conversion factor: the qualifying one where there is one and it applies (domain A7). */
export const conversionFactorFor = (view: ScheduleView, input: CaseInput): ConversionFactor =>
  (input.qualifyingApm ? view.release.conversionFactors.qualifyingApm : null) ?? view.release.conversionFactors.standard

function reject(line: CaseLine, view: ScheduleView, input: CaseInput, why: Refused): Reading {
  const { flag, rule, reason, citation } = why
  const note: Note = { rule, reason, citation }
  const status = view.rowsOf(line.code)[0]?.status ?? null
  const place = placeOfService(line.placeOfService)
  return { rejected: { line, view, place, conversionFactor: conversionFactorFor(view, input), status, flag, note } }
}

/** Reads one line against the schedule of its day: refused with a reason, or ready to be calculated. */
export function readLine(line: CaseLine, view: ScheduleView, frozen: ScheduleView | null, input: CaseInput): Reading {
  const rows = view.rowsOf(line.code)
  const modifiers = line.modifiers.length > 1 ? [...new Set(line.modifiers)] : line.modifiers
  if (rows.length === 0) return reject(line, view, input, unknownCode(line, view))
  const conflict = conflictRefusal(modifiers)
  if (conflict !== null) return reject(line, view, input, conflict)
  const row = chooseRow(rows, modifiers)
  if (row === undefined) return reject(line, view, input, noRow(line.code, modifiers))
  const refusal = modifierRefusal(line, row, modifiers)
  if (refusal !== null) return reject(line, view, input, refusal)
  return { accepted: accept(line, view, frozen, input, row, modifiers) }
}

function frozenWork(frozen: ScheduleView, row: ScheduleRow): bigint | null {
  const same = rowWith(frozen.rowsOf(row.code), row.modifier)
  return same === undefined ? null : listedWork(same)
}

/** The modifiers of a line, with the one that an assistant's role stands for. */
function withRole(line: CaseLine, input: CaseInput, row: ScheduleRow, given: readonly string[]): readonly string[] {
  if (line.provider !== 'self') return given
  const implied = impliedAssistant(input.role, input.practitioner, row, given)
  return implied === null ? given : [...given, implied]
}

const flagsOf = (adjustments: WorkingLine['adjustments']): Flag[] =>
  adjustments.length === 0 ? [] : [...new Set(adjustments.flatMap((each) => each.flags))]

function accept(
  line: CaseLine,
  view: ScheduleView,
  frozen: ScheduleView | null,
  input: CaseInput,
  row: ScheduleRow,
  given: readonly string[], // prettier-ignore
): WorkingLine {
  const modifiers = withRole(line, input, row, given)
  const conversionFactor = conversionFactorFor(view, input)
  const place = placeOfService(line.placeOfService)
  const basis = { setting: place.setting, gpci: view.locality?.gpci ?? null, conversionFactor }
  const standing = standingOf(row)
  const bilateral = given.includes('50')
  const adjustments = adjustmentsOf(modifiers, { row, line, practitioner: input.practitioner }, input.policy)
  const work = listedWork(row)
  return {
    line, view, modifiers, place, row, basis, conversionFactor, standing, work, adjustments,
    own: line.provider === 'self',
    creditView: frozen ?? view,
    price: standing === 'priced' ? priceRow(row, basis) : null,
    creditWork: frozen === null ? work : frozenWork(frozen, row),
    flags: flagsOf(adjustments),
    denials: [], remarks: [], inGlobal: null, pair: null,
    paymentSides: aloneSides(bilateral ? bilateralFactor(row.bilateral) : null),
    creditSides: aloneSides(bilateral ? bilateralCredit(row.bilateral, input.policy) : null),
    paymentPlacement: null, creditPlacement: null, apportioned: null,
  } // prettier-ignore
}
