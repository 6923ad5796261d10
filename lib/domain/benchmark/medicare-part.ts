import { readFactor, times } from '../shared/exact'
import { compare, printRatio, whole } from '../shared/ratio'
import { ok, refuse, type Result } from '../shared/result'

/** What of a person's work may meet a Medicare-only table, and how it was found: shown beside the percentile. */
export type MedicarePart = { readonly value: string; readonly from: 'medicare-lines' | 'stated-share' }

/**
 * A person's total is never placed on a Medicare-only curve (domain G): either the work RVUs of their Medicare cases
 * alone, or their total times the Medicare share that they state (above 0, up to 1). Two decimals.
 */
export function medicarePart(
  work: { readonly medicareLines: string } | { readonly total: string; readonly share: string },
): Result<MedicarePart> {
  const amount = readFactor('medicareLines' in work ? work.medicareLines : work.total)
  if (amount === null) return refuse('INVALID_INPUT', 'Enter an amount of work RVUs.')
  if ('medicareLines' in work) return ok({ value: printRatio(amount, 2), from: 'medicare-lines' })
  const share = readFactor(work.share)
  if (share === null || share.numerator <= 0n || compare(share, whole(1)) > 0) {
    const message = 'Enter a Medicare share above 0 and up to 100%.'
    return refuse('INVALID_INPUT', message, { fields: [{ path: 'share', code: 'AMOUNT', message }] })
  }
  return ok({ value: printRatio(times(amount, share), 2), from: 'stated-share' })
}
