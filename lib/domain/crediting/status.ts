import type { Rvu } from '../shared/exact'
import type { ScheduleRow, StatusCode } from '../schedule/row'
import { DEFAULT_SETTINGS } from './settings'

/**
 * What Medicare makes of a row: `priced` has a national amount, `by-contractor` and `not-priced` have none (null),
 * `zero` is bundled or no longer valid (0.00).
 */
export type Standing = 'priced' | 'by-contractor' | 'not-priced' | 'zero'

const STATUS: Readonly<Record<StatusCode, { readonly standing: Standing; readonly meaning: string }>> = {
  A: { standing: 'priced', meaning: 'Active: paid separately.' },
  R: { standing: 'priced', meaning: 'Restricted coverage: paid where covered.' },
  T: { standing: 'priced', meaning: 'Paid only when nothing else payable is billed that day.' },
  B: { standing: 'zero', meaning: 'Bundled: paid inside other services.' },
  P: { standing: 'zero', meaning: 'Bundled or excluded: paid inside other services.' },
  C: { standing: 'by-contractor', meaning: 'CMS sets no value: the contractor prices it by report.' },
  E: { standing: 'not-priced', meaning: 'Excluded from the fee schedule by regulation.' },
  I: { standing: 'not-priced', meaning: 'Not valid for Medicare: another code is used.' },
  J: { standing: 'not-priced', meaning: 'Anesthesia: paid by base and time units, not by RVUs.' },
  M: { standing: 'not-priced', meaning: 'A measurement code: it carries no payment.' },
  N: { standing: 'not-priced', meaning: 'Not covered by Medicare.' },
  X: { standing: 'not-priced', meaning: 'Outside the physician fee schedule by statute.' },
  D: { standing: 'zero', meaning: 'Deleted.' },
  F: { standing: 'zero', meaning: 'Deleted, without a grace period.' },
  G: { standing: 'zero', meaning: 'Not valid for Medicare: another code is used.' },
  H: { standing: 'zero', meaning: 'Deleted modifier.' },
  Q: { standing: 'zero', meaning: 'Functional information for therapy: it carries no payment.' },
}

/** True where a restricted row carries no RVUs at all: the contractor prices it. */
function isEmpty(row: ScheduleRow): boolean {
  if (row.work !== 0n) return false
  const payment = row.payment
  return payment === null || (payment.nonFacilityPe === 0n && payment.facilityPe === 0n && payment.malpractice === 0n)
}

const RETIRED: readonly StatusCode[] = ['D', 'F', 'G', 'H', 'Q']

/** Standing of a row by its status code (domain A2; layout document of the relative value file). */
export function standingOf(row: ScheduleRow, { retiredStatus } = DEFAULT_SETTINGS): Standing {
  if (row.status === 'R' && isEmpty(row)) return 'by-contractor'
  if (retiredStatus === 'no-amount' && RETIRED.includes(row.status)) return 'not-priced'
  return STATUS[row.status].standing
}

export const statusMeaning = (row: ScheduleRow): string =>
  row.status === 'R' && isEmpty(row) ? STATUS.C.meaning : STATUS[row.status].meaning

/**
 * Work RVUs of one unit that count for credit, in hundredths: those of a priced row, or those that CMS lists without
 * paying on them. Null where CMS sets no value: that is not zero.
 */
export function listedWork(row: ScheduleRow): Rvu | null {
  const standing = standingOf(row)
  if (standing === 'by-contractor') return null
  return standing === 'priced' || row.notUsedForPayment ? row.work : (0n as Rvu)
}
