import { standingOf } from '../crediting/status'
import type { ScheduleRow, StatusCode } from '../schedule/row'
import { kindOf } from './category'

/** Why a code of this status has no work RVU, and what decides about it instead (domain A2). */
const REASONS: Readonly<Record<StatusCode, string>> = {
  A: 'It carries no physician work: its value is for staff, supplies and equipment.',
  R: 'It carries no physician work: its value is for staff, supplies and equipment.',
  T: 'It carries no physician work: its value is for staff, supplies and equipment.',
  B: 'Medicare counts it inside other services of the day, so it carries no work of its own.',
  P: 'Medicare counts it inside other services or excludes it, so it carries no work of its own.',
  C: 'Each Medicare contractor prices it from a report of what was done.',
  E: 'Regulation keeps it out of the physician fee schedule; another payment system, or none, covers it.',
  I: 'Medicare does not accept this code, so CMS never valued it. Payers that do accept it set their own price.',
  J: 'Anesthesia is counted in base and time units, never in work RVUs.',
  M: 'It reports how care was measured and carries no payment.',
  N: 'Medicare does not cover it and CMS lists no value. A payer that covers it sets its own price.',
  X: 'The law keeps it out of the physician fee schedule: drugs, laboratory tests, ambulances and the like are paid under schedules of their own.', // prettier-ignore
  D: 'The code is deleted.',
  F: 'The code is deleted.',
  G: 'Medicare does not accept this code any more.',
  H: 'The modifier of this row is deleted.',
  Q: 'It reported how well a patient functioned, for therapy, and carried no payment.',
}

/** A sentence for a row without work RVUs; null for one that has some. */
export function whyNoWork(row: ScheduleRow): string | null {
  if (row.work > 0n) return null
  if (standingOf(row) === 'by-contractor') return REASONS.C
  const forOthers = row.status === 'I' && kindOf(row.code) === 'hcpcs' && row.code.startsWith('S')
  return forOthers
    ? 'S codes are made for private payers and Medicaid: Medicare does not accept them, so CMS never valued this one. Each payer that uses it sets its own price.'
    : REASONS[row.status]
}
