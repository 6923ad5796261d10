import { paceOf, type Pace } from '@/lib/domain/pace/pace'
import { calendarYear, type DateRange } from '@/lib/domain/pace/working-days'
import type { Result } from '@/lib/domain/shared/result'
import type { PaceInput } from '../benchmarks/schema'

/** A year, or a period of one's own; the schema asks for one of the two. */
function periodOf({ year, from, to, asOf }: PaceInput): DateRange {
  return from && to ? { from, to } : calendarYear(year ?? Number(asOf.slice(0, 4)))
}

/** `POST /api/v1/pace`. */
export const calculatePace = (input: PaceInput): Promise<Result<Pace>> =>
  Promise.resolve(
    paceOf({
      workRvuToDate: input.workRvuToDate,
      asOf: input.asOf,
      period: periodOf(input),
      annualTarget: input.annualTarget ?? null,
      clinicalFte: input.clinicalFte ?? null,
      calendar: { holidays: input.holidays, timeOff: input.timeOff },
    }),
  )
