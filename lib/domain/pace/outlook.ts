import { addDays, calendarDate, type CalendarDate } from '../shared/date'
import { factor, readFactor, times } from '../shared/exact'
import { compare, minus, over, printRatio, whole } from '../shared/ratio'
import { countElapsed, FEWEST_DAYS, paceOf, type Elapsed } from './pace'
import { replayRange, type LoggedWeek, type ReplayRange } from './replay'
import { monthlyTrend, type MonthCredit, type TrendMonth } from './trend'
import { workingDays, type DateRange, type WorkCalendar } from './working-days'

/** Work RVUs credited in the week of a Monday, decimal text. */
export type WeekCredit = { readonly monday: CalendarDate; readonly credited: string }

export type OutlookQuestion = {
  readonly toDate: string
  readonly period: DateRange
  readonly asOf: CalendarDate
  readonly calendar: WorkCalendar
  /** Work RVUs of a whole year; null without one. */
  readonly target: string | null
  readonly months: readonly MonthCredit[]
  /** Weeks without a case are missing; they count as nothing done. */
  readonly weeks: readonly WeekCredit[]
}

/** Where a year stands and where it is heading. Work RVUs with two decimals, pace with four. */
export type Outlook = {
  readonly toDate: string
  readonly days: Elapsed
  readonly perDay: string | null
  /** At the end of the period, straight line by working days; null under 20 of them. */
  readonly projected: string | null
  readonly range: ReplayRange | null
  /** As of a whole year; the same as `projected` where the period is a whole year. */
  readonly annualized: string | null
  readonly target: OutlookTarget | null
  readonly trend: readonly TrendMonth[]
}

export type OutlookTarget = {
  /** Of a whole year. */
  readonly annual: string
  /** Its share of the period; the same where the period is a whole year. */
  readonly ofPeriod: string
  readonly expected: string
  readonly variance: string
  readonly pace: string | null
  /** Still to be credited; null once it is reached. */
  readonly toGo: string | null
  /** Working days that takes at the rate so far; null once reached, or without a rate. */
  readonly daysToGo: number | null
}

/** The weeks that are over, also those without a case, with the working days that the period has in them. */
function weeksOver({ weeks, period, asOf, calendar }: OutlookQuestion): readonly LoggedWeek[] {
  const credited = new Map(weeks.map((week) => [week.monday, week.credited]))
  const over: LoggedWeek[] = []
  for (let monday = mondayOf(period.from); addDays(monday, 4) <= asOf; monday = addDays(monday, 7)) {
    const from = monday < period.from ? period.from : monday
    over.push({
      credited: credited.get(monday) ?? '0',
      workingDays: workingDays({ from, to: addDays(monday, 6) }, calendar),
    })
  }
  return over
}

/** 1970-01-05 was a Monday. */
function mondayOf(date: CalendarDate): CalendarDate {
  const days = (Date.parse(date) - Date.parse('1970-01-05')) / 86_400_000
  return addDays(calendarDate('1970-01-05'), Math.floor(days / 7) * 7)
}

function targetOf(question: OutlookQuestion, days: Elapsed): OutlookTarget | null {
  const { target, toDate, asOf, period, calendar } = question
  if (target === null || days.inYear === 0) return null
  const answer = paceOf({ workRvuToDate: toDate, asOf, period, calendar, annualTarget: target, clinicalFte: null })
  if (!answer.ok) return null
  const { expectedToDate: expected, variance, pace } = answer.value
  if (expected === null || variance === null) return null
  const done = factor(toDate)
  const ofPeriod = over(times(factor(target), whole(days.inPeriod)), whole(days.inYear))
  const left = minus(ofPeriod, done)
  const reached = compare(left, whole(0)) <= 0
  const needed = reached || done.numerator <= 0n ? null : over(times(left, whole(days.elapsed)), done)
  return {
    annual: target,
    ofPeriod: printRatio(ofPeriod, 2),
    expected,
    variance,
    pace,
    toGo: reached ? null : printRatio(left, 2),
    // Days are whole: a part of one is a day.
    daysToGo: needed && Number((needed.numerator + needed.denominator - 1n) / needed.denominator),
  }
}

/**
 * A year's outlook from what was credited so far (domain F3). Straight line by working days elapsed through the last
 * logged day; under 20 working days nothing is projected. Throws for amounts that are no amounts: callers read them
 * from the database.
 */
export function outlookOf(question: OutlookQuestion): Outlook {
  const { toDate, period, asOf, calendar } = question
  const days = countElapsed(period, asOf, calendar)
  const rate = days.elapsed > 0 ? over(readFactor(toDate) ?? whole(0), whole(days.elapsed)) : null
  const enough = rate !== null && days.elapsed >= FEWEST_DAYS
  return {
    toDate: printRatio(factor(toDate), 2),
    days,
    perDay: rate && printRatio(rate, 2),
    projected: enough ? printRatio(times(rate, whole(days.inPeriod)), 2) : null,
    range: enough ? replayRange(weeksOver(question), toDate, days.inPeriod - days.elapsed) : null,
    annualized: enough ? printRatio(times(rate, whole(days.inYear)), 2) : null,
    target: targetOf(question, days),
    trend: monthlyTrend(question),
  }
}
