import { times, type Factor } from '../shared/exact'
import { over, plus, printRatio, whole } from '../shared/ratio'
import { readClinicalFte } from '../pace/pace'
import { workingDays, type DateRange, type WorkCalendar } from '../pace/working-days'

/** Clinical FTE from one day on, decimal text above 0 and up to 1.50. */
export type FteSpan = { readonly range: DateRange; readonly clinicalFte: string }

const later = <T extends string>(a: T, b: T): T => (a > b ? a : b)
const earlier = <T extends string>(a: T, b: T): T => (a < b ? a : b)

/**
 * The clinical FTE of a period in which it changed: the mean over working days (domain F2), four decimals.
 * Days of the period without a span do not count. Null when no working day has one.
 */
export function meanClinicalFte(spans: readonly FteSpan[], period: DateRange, calendar: WorkCalendar): string | null {
  let weighted: Factor = whole(0)
  let days = 0
  for (const { range, clinicalFte } of spans) {
    const fte = readClinicalFte(clinicalFte)
    if (fte === null) continue
    const inside = { from: later(range.from, period.from), to: earlier(range.to, period.to) }
    const count = workingDays(inside, calendar)
    weighted = plus(weighted, times(fte, whole(count)))
    days += count
  }
  return days === 0 ? null : printRatio(over(weighted, whole(days)), 4)
}
