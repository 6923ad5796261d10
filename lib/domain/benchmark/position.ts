import { calendarDate, type CalendarDate } from '../shared/date'
import { readFactor, times, type Factor } from '../shared/exact'
import { compare, over, printRatio, whole } from '../shared/ratio'
import { ok, refuse, type Result } from '../shared/result'
import { annualize, countElapsed, FEWEST_DAYS, FTE_ERROR, periodError, readClinicalFte } from '../pace/pace'
import type { Elapsed } from '../pace/pace'
import { FEDERAL_CALENDAR, type DateRange, type WorkCalendar } from '../pace/working-days'
import { amountAt, readCurve, standingOf, type Curve, type Percentiles, type Standing } from './curve'

/** Whether a table counts a clinician or one clinical FTE; only like is compared with like (domain F2). */
export type Basis = 'clinician' | 'clinical-fte'

/** The days that a value was earned in, through `asOf`. */
export type Earned = { readonly period: DateRange; readonly asOf: CalendarDate; readonly calendar: WorkCalendar }

/** What was said of the days: `asOf` alone counts from January 1, `from` through `to` or `asOf`. Null: a year's value. */
export function earnedIn(
  given: { readonly [key in 'from' | 'to' | 'asOf']?: CalendarDate | undefined },
  calendar: WorkCalendar = FEDERAL_CALENDAR,
): Earned | null {
  const asOf = given.asOf ?? given.to
  if (asOf === undefined) return null
  const from = given.from ?? calendarDate(`${asOf.slice(0, 4)}-01-01`)
  return { period: { from, to: given.to ?? asOf }, asOf, calendar }
}

export type PositionQuestion = {
  readonly percentiles: Percentiles
  readonly basis: Basis
  /** An amount to place, or a percentile (10 to 90) to find the amount of; decimal text. */
  readonly of: { readonly value: string } | { readonly percentile: string }
  readonly clinicalFte: string | null
  /** Null when the value is a year's already. */
  readonly earned: Earned | null
}

/** Why an amount is not placed: its FTE is below 0.20 (domain F2), or it covers under 20 working days (domain F3). */
export type Withheld = 'FTE_TOO_SMALL' | 'TOO_FEW_DAYS'

/** As `POST /api/v1/benchmarks/position` answers: percentile with one decimal, amounts with two. */
export type Position = {
  readonly percentile: string | null
  readonly value: string | null
  readonly annualized: string | null
  readonly perClinicalFte: string | null
  readonly beyondTable: 'below' | 'above' | null
  /** Shown in place of the percentile beyond the known points of the table. */
  readonly bound: string | null
  readonly withheld: Withheld | null
}

const NOWHERE: Standing = { percentile: null, beyondTable: null, bound: null }

type Terms = { readonly fte: Factor | null; readonly days: Elapsed | null; readonly basis: Basis }

const print = (amount: Factor | null): string | null => amount && printRatio(amount, 2)
const invalid = (path: string, message: string) =>
  refuse('INVALID_INPUT', message, { fields: [{ path, code: 'AMOUNT', message }] })

function withheldFor({ fte, days, basis }: Terms): Withheld | null {
  if (days && days.elapsed < FEWEST_DAYS) return 'TOO_FEW_DAYS'
  const tiny = fte !== null && 5n * fte.numerator < fte.denominator
  return tiny && basis === 'clinical-fte' ? 'FTE_TOO_SMALL' : null
}

/** Year's amount, that amount per clinical FTE, and which of the two the table counts. */
function measure(value: Factor, { fte, days, basis }: Terms) {
  const annualized = days && annualize(value, days)
  const yearly = days ? annualized : value
  const perClinicalFte = fte && yearly && over(yearly, fte)
  return { annualized, perClinicalFte, placed: basis === 'clinical-fte' && fte ? perClinicalFte : yearly }
}

function placeValue(curve: Curve, value: Factor, terms: Terms): Position {
  const { annualized, perClinicalFte, placed } = measure(value, terms)
  const withheld = withheldFor(terms)
  const standing = placed && !withheld ? standingOf(curve, placed) : NOWHERE
  return {
    percentile: standing.percentile && printRatio(standing.percentile, 1),
    value: printRatio(value, 2),
    annualized: print(annualized),
    perClinicalFte: print(perClinicalFte),
    beyondTable: standing.beyondTable,
    bound: standing.bound,
    withheld,
  }
}

function shareOfYear(days: Elapsed | null): Factor {
  if (days === null) return whole(1)
  return days.inYear === 0 ? whole(0) : over(whole(days.elapsed), whole(days.inYear))
}

/** The amounts of a percentile, so that placing `value` on the same terms gives the percentile back. */
function findTarget(curve: Curve, percentile: Factor, terms: Terms): Position {
  const listed = amountAt(curve, percentile)
  const scaled = terms.basis === 'clinical-fte' && terms.fte ? terms.fte : whole(1)
  const yearly = listed && times(listed, scaled)
  const days = terms.days
  const value = yearly && times(yearly, shareOfYear(days))
  return {
    percentile: printRatio(percentile, 1),
    value: print(value),
    annualized: days && print(yearly),
    perClinicalFte: yearly && terms.fte && printRatio(over(yearly, terms.fte), 2),
    beyondTable: null,
    bound: null,
    withheld: withheldFor(terms),
  }
}

function readTerms({ basis, clinicalFte, earned }: PositionQuestion): Result<Terms> {
  const fte = clinicalFte === null ? null : readClinicalFte(clinicalFte)
  if (clinicalFte !== null && fte === null) return invalid('clinicalFte', FTE_ERROR)
  if (earned === null) return ok({ fte, basis, days: null })
  const error = periodError(earned.period, earned.calendar.timeOff)
  if (error) return refuse('INVALID_INPUT', error.message, { fields: [error] })
  return ok({ fte, basis, days: countElapsed(earned.period, earned.asOf, earned.calendar) })
}

/**
 * Where an amount stands in a table, or which amount a percentile takes (domain F1 to F3). Annualized by working days
 * first, then divided by clinical FTE where the table counts clinical FTE, then placed; rounded once, when printed.
 * Refuses INVALID_INPUT for a table that falls, an FTE outside (0, 1.50], and a percentile outside 10 to 90.
 */
export function positionOf(question: PositionQuestion): Result<Position> {
  const curve = readCurve(question.percentiles)
  if (!curve.ok) return curve
  const terms = readTerms(question)
  if (!terms.ok) return terms
  if ('value' in question.of) {
    const value = readFactor(question.of.value)
    return value ? ok(placeValue(curve.value, value, terms.value)) : invalid('value', 'Enter an amount.')
  }
  const percentile = readFactor(question.of.percentile)
  if (!percentile || compare(percentile, whole(10)) < 0 || compare(percentile, whole(90)) > 0) {
    return invalid('percentile', 'Enter a percentile from 10 to 90: tables say nothing beyond.')
  }
  return ok(findTarget(curve.value, percentile, terms.value))
}
