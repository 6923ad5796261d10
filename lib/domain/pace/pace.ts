import { readFactor, times, type Factor } from '../shared/exact'
import { daysBetween, type CalendarDate } from '../shared/date'
import { minus, over, printRatio, whole } from '../shared/ratio'
import { ok, refuse, type FieldError, type Result } from '../shared/result'
import { workingDays, yearAround, type DateRange, type WorkCalendar } from './working-days'

/** Fewer working days than this say nothing about a year: no projection (domain F3). */
export const FEWEST_DAYS = 20
const LONGEST_PERIOD_DAYS = 3_660

export type PaceQuestion = {
  /** Credited work RVUs from the first day of the period through `asOf`, decimal text. */
  readonly workRvuToDate: string
  /** The last complete logged day. */
  readonly asOf: CalendarDate
  readonly period: DateRange
  /** Work RVUs a year at 1.00 clinical FTE, decimal text. */
  readonly annualTarget: string | null
  /** Clinical FTE, above 0 and up to 1.50: the target is taken times it. Null: the target is already the person's own. */
  readonly clinicalFte: string | null
  readonly calendar: WorkCalendar
}

/** As `POST /api/v1/pace` answers: work RVUs with two decimals, pace with four; null where there is nothing to say. */
export type Pace = {
  readonly workingDaysElapsed: number
  readonly workingDaysInPeriod: number
  readonly annualized: string | null
  readonly expectedToDate: string | null
  readonly variance: string | null
  readonly pace: string | null
}

export type Elapsed = { readonly elapsed: number; readonly inPeriod: number; readonly inYear: number }

/** Working days gone through `asOf` (never past the end), in the period, and in the year it is annualized to. */
export function countElapsed(period: DateRange, asOf: CalendarDate, calendar: WorkCalendar): Elapsed {
  const through = asOf < period.to ? asOf : period.to
  return {
    elapsed: workingDays({ from: period.from, to: through }, calendar),
    inPeriod: workingDays(period, calendar),
    inYear: workingDays(yearAround(period), calendar),
  }
}

/** Straight line by working days: amount / elapsed x days of the year. Null under 20 working days. */
export function annualize(amount: Factor, days: Elapsed): Factor | null {
  if (days.elapsed < FEWEST_DAYS) return null
  return times(amount, { numerator: BigInt(days.inYear), denominator: BigInt(days.elapsed) })
}

/** Clinical FTE above 0 and up to 1.50 (domain F2); null when it is not one. */
export function readClinicalFte(text: string): Factor | null {
  const fte = readFactor(text)
  if (fte === null || fte.numerator <= 0n || 2n * fte.numerator > 3n * fte.denominator) return null
  return fte
}

export const FTE_ERROR = 'Enter more than 0 and up to 1.50. Leave admin and research time out.'

/** What is wrong with a period and its time off; null when they can be counted. */
export function periodError(period: DateRange, timeOff: readonly DateRange[]): FieldError | null {
  if (period.to < period.from) return { path: 'to', code: 'RANGE', message: 'Enter an end on or after the start.' }
  if (daysBetween(period.from, period.to) > LONGEST_PERIOD_DAYS) {
    return { path: 'to', code: 'RANGE', message: 'Enter a period of at most ten years.' }
  }
  const wrong = timeOff.findIndex(({ from, to }) => to < from)
  if (wrong < 0) return null
  return { path: `timeOff.${wrong}.to`, code: 'RANGE', message: 'Enter an end on or after the start.' }
}

type Amounts = { readonly toDate: Factor; readonly target: Factor | null }

function readAmounts(question: PaceQuestion): Result<Amounts, FieldError> {
  const wrong = (path: string, message: string): Result<Amounts, FieldError> => ({
    ok: false,
    error: { path, code: 'AMOUNT', message },
  })
  const toDate = readFactor(question.workRvuToDate)
  if (toDate === null || toDate.numerator < 0n) return wrong('workRvuToDate', 'Enter work RVUs of 0 or more.')
  const target = question.annualTarget === null ? null : readFactor(question.annualTarget)
  if (question.annualTarget !== null && (target === null || target.numerator <= 0n)) {
    return wrong('annualTarget', 'Enter a target above 0.')
  }
  const fte = question.clinicalFte === null ? whole(1) : readClinicalFte(question.clinicalFte)
  if (fte === null) return wrong('clinicalFte', FTE_ERROR)
  return ok({ toDate, target: target && times(target, fte) })
}

/**
 * Pace against an annual target, straight-line by working days (domain F3). The target is spread over the working days
 * of the year around the period, so a shorter period is expected to bring its share of it.
 * Refuses INVALID_INPUT for amounts that are no amounts and periods that end before they begin.
 */
export function paceOf(question: PaceQuestion): Result<Pace> {
  const error = periodError(question.period, question.calendar.timeOff)
  if (error !== null) return refuse('INVALID_INPUT', error.message, { fields: [error] })
  const amounts = readAmounts(question)
  if (!amounts.ok) return refuse('INVALID_INPUT', amounts.error.message, { fields: [amounts.error] })
  const { toDate, target } = amounts.value
  const days = countElapsed(question.period, question.asOf, question.calendar)
  const annualized = annualize(toDate, days)
  const expected = target && days.inYear > 0 ? over(times(target, whole(days.elapsed)), whole(days.inYear)) : null
  return ok({
    workingDaysElapsed: days.elapsed,
    workingDaysInPeriod: days.inPeriod,
    annualized: annualized && printRatio(annualized, 2),
    expectedToDate: expected && printRatio(expected, 2),
    variance: expected && printRatio(minus(toDate, expected), 2),
    pace: expected && expected.numerator > 0n ? printRatio(over(toDate, expected), 4) : null,
  })
}
