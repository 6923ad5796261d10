import { ONE, times } from '../shared/exact'
import { openAnesthesia } from './anesthesia-line'
import type { CaseRules } from './case'
import { CITATION } from './citation'
import { deny, multiply, openLedger, remark, resettle, valueOf, withdraw, type Ledger, type Note } from './explanation'
import { CAP_NOTE, ENTERED_AMOUNT, feeNote } from './ledger-notes'
import { applyPlacement, applySides, countUnits } from './ledger-rules'
import type { Setting } from '../schedule/place-of-service'
import {
  LIMITING_CHARGE,
  NON_PARTICIPATING,
  NON_PARTICIPATING_NOTE,
  practitionerFactor,
  practitionerNote,
  isTrainee,
  traineeNote,
} from './practitioner'
import { has, type WorkingLine } from './working-line'

function openPayment(line: WorkingLine): Ledger {
  const { price, standing } = line
  const ledger = openLedger('payment', price?.uncapped ?? (standing === 'zero' ? 0n : null), feeNote(line))
  if (price !== null && price.fee !== price.uncapped) {
    resettle(ledger, [{ count: 1n, amount: price.fee, factor: ONE }], CAP_NOTE)
  }
  return ledger
}

const caution = (rule: string, reason: string, citation: string): Note => ({ rule, reason, citation })
const RARELY_OUTSIDE = caution(
  'rarely-non-facility',
  'Rarely or never done outside a facility; priced with the listed practice expense.',
  CITATION.setting,
)
const doubtfulPlace = (setting: Setting): Note =>
  caution(
    'place-of-service',
    `Whether this place is a facility is for the contractor to say; priced as ${setting === 'facility' ? 'a facility' : 'non-facility'}.`,
    CITATION.setting,
  )
const PART_IN_FACILITY = caution(
  'professional-part-in-facility',
  'In a facility a physician earns the professional part of this test: add 26. Priced as entered.',
  CITATION.pcTc,
)
const openPeriod = (period: string): Note =>
  caution(
    'global-period',
    `The contractor decides its global period: ${period === 'none' ? 'none is assumed' : `taken as ${period} here`}.`,
    CITATION.globalPeriod,
  )

function remarkOnRow(ledger: Ledger, line: WorkingLine, { settings }: CaseRules): void {
  const { row, place } = line
  if (line.standing !== 'priced') return
  if (row.rarelyNonFacility && place.setting === 'nonfacility') remark(ledger, RARELY_OUTSIDE)
  if (!place.certain) remark(ledger, doubtfulPlace(place.setting))
  if (row.pcTc === '1' && row.modifier === '' && place.setting === 'facility') remark(ledger, PART_IN_FACILITY)
  if (row.globalPeriod === 'YYY') remark(ledger, openPeriod(settings.contractorPeriod))
}

/** Shares first, denials last: a denial is an answer even where the share is by report. */
function applyAdjustments(ledger: Ledger, line: WorkingLine): void {
  for (const { effect, payment, note } of line.adjustments) {
    if (effect === 'multiply') multiply(ledger, payment, note)
    else if (effect === 'by-report') withdraw(ledger, note)
    else if (effect === 'remark') remark(ledger, note)
  }
  for (const { effect, note } of line.adjustments) if (effect === 'deny') deny(ledger, note)
}

function applyPractitioner(ledger: Ledger, line: WorkingLine, input: CaseRules): void {
  if (!line.own) return
  const whole = has(line, 'AS') || line.row.status === 'J'
  const share = whole ? null : practitionerFactor(input.practitioner, input.settings)
  if (share !== null) multiply(ledger, share, practitionerNote(share))
  if (!input.participating) multiply(ledger, NON_PARTICIPATING, NON_PARTICIPATING_NOTE)
}

function applyDenials(ledger: Ledger, line: WorkingLine, input: CaseRules): void {
  for (const note of line.remarks) remark(ledger, note)
  for (const note of line.denials) deny(ledger, note)
  if (line.inGlobal !== null) deny(ledger, line.inGlobal)
  if (line.own && isTrainee(input.role)) deny(ledger, traineeNote(input.role))
}

/** The fee of one side of what this line is part of. */
const feeOf = (line: WorkingLine): bigint => (line.pair?.first ?? line).price?.fee ?? 0n

function paySchedule(line: WorkingLine, input: CaseRules): Ledger {
  const ledger = openPayment(line)
  countUnits(ledger, line, line.price?.fee ?? null)
  remarkOnRow(ledger, line, input)
  applySides(ledger, line, feeOf(line))
  applyPlacement(ledger, line, feeOf(line))
  if (line.apportioned !== null) resettle(ledger, line.apportioned.terms, line.apportioned.note)
  return ledger
}

/** What a payer allowed has its modifiers, its place and its practitioner in it already; it can only be denied. */
function payEntered(line: WorkingLine, allowed: bigint): Ledger {
  const ledger = openLedger('payment', allowed, ENTERED_AMOUNT)
  countUnits(ledger, line, allowed)
  for (const { effect, note } of line.adjustments) if (effect === 'deny') deny(ledger, note)
  return ledger
}

function payByRules(line: WorkingLine, input: CaseRules): Ledger {
  const ledger = line.row.status === 'J' ? openAnesthesia(line, input) : paySchedule(line, input)
  applyAdjustments(ledger, line)
  if (ledger.value !== 0n) applyPractitioner(ledger, line, input)
  return ledger
}

/** What Medicare allows for a line, built step by step in the order of operations (domain C5). */
export function payLine(line: WorkingLine, input: CaseRules): Ledger {
  const ledger = line.manual?.allowed == null ? payByRules(line, input) : payEntered(line, line.manual.allowed)
  applyDenials(ledger, line, input)
  return ledger
}

/** The most that a clinician who does not participate may charge for a line; null for all others (domain B1). Cents. */
export function limitingChargeOf(line: WorkingLine, ledger: Ledger, { participating }: CaseRules): bigint | null {
  if (participating || !line.own || ledger.terms === null || line.manual?.allowed != null) return null
  return valueOf(
    'payment',
    ledger.terms.map((term) => ({ ...term, factor: times(term.factor, LIMITING_CHARGE) })),
  )
}
