import { ONE } from '../shared/exact'
import type { CaseRules } from './case'
import { deny, multiply, openLedger, withdraw, type Ledger } from './explanation'
import { ENTERED_WORK, workNote } from './ledger-notes'
import { applyPlacement, applySides, countUnits } from './ledger-rules'
import { isTrainee, OTHER_CLINICIAN, traineeNote } from './practitioner'
import { TO_CREDIT } from './rank-book'
import type { WorkingLine } from './working-line'

export type CreditOutcome = {
  readonly ledger: Ledger
  /** What an attending would be credited, for whoever is in training; null for others and where there is no value. */
  readonly training: bigint | null
}

function applyAdjustments(ledger: Ledger, line: WorkingLine): void {
  for (const { credit, creditNote } of line.adjustments) {
    if (credit === null) withdraw(ledger, creditNote)
    else if (credit !== ONE) multiply(ledger, credit, creditNote)
  }
}

function creditSchedule(line: WorkingLine): Ledger {
  const amount = line.creditWork === null ? null : line.creditWork * TO_CREDIT
  const ledger = openLedger('credit', amount, workNote(line))
  if (amount === null) return ledger
  countUnits(ledger, line, amount)
  applySides(ledger, line, amount)
  applyPlacement(ledger, line, amount)
  applyAdjustments(ledger, line)
  return ledger
}

/** A work RVU entered by hand has the factors of its modifiers and no rank; where they have none, it stands as entered. */
function creditEntered(line: WorkingLine, work: bigint): Ledger {
  const amount = work * TO_CREDIT
  const ledger = openLedger('credit', amount, ENTERED_WORK)
  countUnits(ledger, line, amount)
  applySides(ledger, line, amount)
  for (const { credit, creditNote } of line.adjustments) {
    if (credit !== null && credit !== ONE) multiply(ledger, credit, creditNote)
  }
  return ledger
}

/** What a line is credited under the policy, built step by step (domain C1, C5). Ten-thousandths of a work RVU. */
export function creditLine(line: WorkingLine, input: CaseRules): CreditOutcome {
  const ledger = line.manual?.work == null ? creditSchedule(line) : creditEntered(line, line.manual.work)
  if (line.inGlobal !== null && input.policy.base !== 'unadjusted') deny(ledger, line.inGlobal)
  if (!line.own) deny(ledger, OTHER_CLINICIAN)
  if (!line.own || !isTrainee(input.role)) return { ledger, training: null }
  const training = ledger.value
  deny(ledger, traineeNote(input.role))
  return { ledger, training }
}
