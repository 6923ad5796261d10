import type { ConversionFactor } from '../shared/exact'
import { placeOfService, type PlaceOfService } from '../schedule/place-of-service'
import type { RowModifier, ScheduleRow } from '../schedule/row'
import { adjustmentsOf } from './adjustment-of-line'
import { unitsOfLine } from './anesthesia-line'
import { impliedAssistant } from './assistant'
import { aloneSides, bilateralCredit, bilateralFactor } from './bilateral'
import type { CaseInput, CaseLine, CaseRules, Flag, ScheduleView } from './case'
import { CITATION } from './citation'
import type { Note } from './explanation'
import { readManual, refusedNote, type ManualReading } from './manual'
import { conflictIn, modifierFact } from './modifier'
import { priceRow } from './row-price'
import type { Settings } from './settings'
import { listedWork, standingOf } from './status'
import { hasPackage } from './surgical-package'
import type { Manual, RejectedLine, WorkingLine } from './working-line'

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

const conflicting = (reason: string): Refused =>
  refused('MODIFIERS_CONFLICT', 'modifiers-conflict', reason, CITATION.modifiers)

function conflictRefusal(given: readonly string[], each: readonly string[], settings: Settings): Refused | null {
  const conflict = conflictIn(each)
  if (conflict !== null) return conflicting(`${conflict[0]} and ${conflict[1]} contradict each other on one line.`)
  if (settings.repeatedModifier === 'conflict' && each.length < given.length) {
    return conflicting('The line names a modifier twice: name it once.')
  }
  const isSided = each.includes('50') && (each.includes('LT') || each.includes('RT'))
  return isSided && settings.sideWith50 === 'conflict'
    ? conflicting('50 says both sides, and LT or RT says one: keep one of them.')
    : null
}

const TRIBAL = ['05', '06', '07', '08']

/** The place of a line; where the rule is the contractor's, priced as the settings say (domain B2). */
function placeIn(code: string, { tribalPlaces, unlistedPlaces }: Settings): PlaceOfService {
  const place = placeOfService(code)
  return place.certain ? place : { ...place, setting: TRIBAL.includes(code) ? tribalPlaces : unlistedPlaces }
}

/** A dollar amount needs one conversion factor: the qualifying one where there is one and it applies (domain A7). */
export const conversionFactorFor = (view: ScheduleView, input: CaseInput): ConversionFactor =>
  (input.qualifyingApm ? view.release.conversionFactors.qualifyingApm : null) ?? view.release.conversionFactors.standard

/** What a line is read with. */
type Context = {
  readonly line: CaseLine
  readonly view: ScheduleView
  readonly frozen: ScheduleView | null
  readonly rules: CaseRules
  readonly place: PlaceOfService
  /** Each once. */
  readonly modifiers: readonly string[]
}

function reject({ line, view, place, rules }: Context, why: Refused): Reading {
  const { flag, rule, reason, citation } = why
  const note: Note = { rule, reason, citation }
  const status = view.rowsOf(line.code)[0]?.status ?? null
  return { rejected: { line, view, place, conversionFactor: conversionFactorFor(view, rules), status, flag, note } }
}

/** Reads one line against the schedule of its day: refused with a reason, or ready to be calculated. */
export function readLine(line: CaseLine, view: ScheduleView, frozen: ScheduleView | null, rules: CaseRules): Reading {
  const modifiers = line.modifiers.length > 1 ? [...new Set(line.modifiers)] : line.modifiers
  const place = placeIn(line.placeOfService, rules.settings)
  const context: Context = { line, view, frozen, rules, place, modifiers }
  const rows = view.rowsOf(line.code)
  if (rows.length === 0) return readAbsent(context)
  const conflict = conflictRefusal(line.modifiers, modifiers, rules.settings)
  if (conflict !== null) return reject(context, conflict)
  const own = chooseRow(rows, modifiers)
  if (own === undefined) return reject(context, noRow(line.code, modifiers))
  const entered = manualOf(context, own)
  if (entered === null) return acceptWith(context, own, null, [])
  return 'refused' in entered
    ? acceptWith(context, own, null, [refusedNote(entered.refused)])
    : acceptWith(context, entered.row, entered.manual, [])
}

function manualOf({ line, view, modifiers, place, rules }: Context, own: ScheduleRow | null): ManualReading | null {
  const given = line.manual ?? null
  return given && readManual({ line, given, view, own, modifiers, place, choose: chooseRow }, rules)
}

/** A code that the release lacks: it counts by the value that its user gives it, or not at all. */
function readAbsent(context: Context): Reading {
  const { line, view, modifiers, rules } = context
  const entered = manualOf(context, null)
  const unknown = unknownCode(line, view)
  if (entered === null) return reject(context, unknown)
  if ('refused' in entered) return reject(context, { ...unknown, reason: `${unknown.reason} ${entered.refused}` })
  const conflict = conflictRefusal(line.modifiers, modifiers, rules.settings)
  return conflict === null ? acceptWith(context, entered.row, entered.manual, []) : reject(context, conflict)
}

function acceptWith(context: Context, row: ScheduleRow, manual: Manual | null, remarks: readonly Note[]): Reading {
  const refusal = modifierRefusal(context.line, row, context.modifiers)
  return refusal === null ? { accepted: accept(context, row, manual, remarks) } : reject(context, refusal)
}

function frozenWork(frozen: ScheduleView, row: ScheduleRow): bigint | null {
  const same = rowWith(frozen.rowsOf(row.code), row.modifier)
  return same === undefined ? null : listedWork(same)
}

/** The modifiers of a line, with the one that an assistant's role stands for. */
function withRole({ line, rules, modifiers }: Context, row: ScheduleRow): readonly string[] {
  if (line.provider !== 'self') return modifiers
  const implied = impliedAssistant(rules.role, rules.practitioner, row, modifiers)
  return implied === null ? modifiers : [...modifiers, implied]
}

const flagsOf = (adjustments: WorkingLine['adjustments']): Flag[] =>
  adjustments.length === 0 ? [] : [...new Set(adjustments.flatMap((each) => each.flags))]

function accept(context: Context, row: ScheduleRow, manual: Manual | null, remarks: readonly Note[]): WorkingLine {
  const { line, view, frozen, rules, place } = context
  const { settings, policy, practitioner } = rules
  const modifiers = withRole(context, row)
  const conversionFactor = conversionFactorFor(view, rules)
  const basis = { setting: place.setting, gpci: view.locality?.gpci ?? null, conversionFactor }
  const standing = standingOf(row, settings)
  const bilateral = modifiers.includes('50')
  const adjustments = adjustmentsOf(modifiers, { row, line, place, practitioner, settings }, policy)
  const work = listedWork(row)
  return {
    line, view, modifiers, place, row, basis, conversionFactor, standing, work, adjustments, manual,
    own: line.provider === 'self',
    creditView: frozen ?? view,
    price: standing === 'priced' ? priceRow(row, basis) : null,
    creditWork: frozen === null ? work : frozenWork(frozen, row),
    anesthesia: row.status === 'J' ? unitsOfLine(line, modifiers, view) : null,
    flags: flagsOf(adjustments),
    denials: [], remarks: [...remarks], inGlobal: null, pair: null,
    paymentSides: aloneSides(bilateral ? bilateralFactor(row.bilateral) : null),
    creditSides: aloneSides(bilateral ? bilateralCredit(row.bilateral, policy) : null),
    paymentPlacement: null, creditPlacement: null, apportioned: null,
  } // prettier-ignore
}
