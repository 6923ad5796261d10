import { ONE } from '../shared/exact'
import type { CaseInput } from './case'
import { CITATION } from './citation'
import { deny, multiply, openLedger, remark, resettle, withdraw, type Ledger, type Note } from './explanation'
import { CAP_NOTE, feeNote } from './ledger-notes'
import { applyPlacement, applySides, countUnits } from './ledger-rules'
import {
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
const DOUBTFUL_PLACE = caution(
  'place-of-service',
  'Whether this place is a facility is for the contractor to say; priced as non-facility.',
  CITATION.setting,
)
const PART_IN_FACILITY = caution(
  'professional-part-in-facility',
  'In a facility a physician earns the professional part of this test: add 26. Priced as entered.',
  CITATION.pcTc,
)
const NO_PERIOD = caution(
  'global-period',
  'The contractor decides its global period: none is assumed.',
  CITATION.globalPeriod,
)

function remarkOnRow(ledger: Ledger, line: WorkingLine): void {
  const { row, place } = line
  if (line.standing !== 'priced') return
  if (row.rarelyNonFacility && place.setting === 'nonfacility') remark(ledger, RARELY_OUTSIDE)
  if (!place.certain) remark(ledger, DOUBTFUL_PLACE)
  if (row.pcTc === '1' && row.modifier === '' && place.setting === 'facility') remark(ledger, PART_IN_FACILITY)
  if (row.globalPeriod === 'YYY') remark(ledger, NO_PERIOD)
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

function applyPractitioner(ledger: Ledger, line: WorkingLine, input: CaseInput): void {
  if (!line.own) return
  const share = has(line, 'AS') ? null : practitionerFactor(input.practitioner)
  if (share !== null) multiply(ledger, share, practitionerNote(share))
  if (!input.participating) multiply(ledger, NON_PARTICIPATING, NON_PARTICIPATING_NOTE)
}

function applyDenials(ledger: Ledger, line: WorkingLine, input: CaseInput): void {
  for (const note of line.remarks) remark(ledger, note)
  for (const note of line.denials) deny(ledger, note)
  if (line.inGlobal !== null) deny(ledger, line.inGlobal)
  if (line.own && isTrainee(input.role)) deny(ledger, traineeNote(input.role))
}

/** The fee of one side of what this line is part of. */
const feeOf = (line: WorkingLine): bigint => (line.pair?.first ?? line).price?.fee ?? 0n

/** What Medicare allows for a line, built step by step in the order of operations (domain C5). */
export function payLine(line: WorkingLine, input: CaseInput): Ledger {
  const ledger = openPayment(line)
  countUnits(ledger, line, line.price?.fee ?? null)
  remarkOnRow(ledger, line)
  applySides(ledger, line, feeOf(line))
  applyPlacement(ledger, line, feeOf(line))
  if (line.apportioned !== null) resettle(ledger, line.apportioned.terms, line.apportioned.note)
  applyAdjustments(ledger, line)
  if (ledger.value !== 0n) applyPractitioner(ledger, line, input)
  applyDenials(ledger, line, input)
  return ledger
}
