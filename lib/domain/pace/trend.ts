import { addDays, calendarDate, type CalendarDate } from '../shared/date'
import { readFactor, times, type Factor } from '../shared/exact'
import { minus, over, plus, printRatio, whole } from '../shared/ratio'
import { workingDays, yearAround, type DateRange, type WorkCalendar } from './working-days'

/** Credited work RVUs of a calendar month (`2026-03`), decimal text. */
export type MonthCredit = { readonly month: string; readonly credited: string }

/** One month of a year: amounts in work RVUs, two decimals; `expected` and `variance` are null without a target. */
export type TrendMonth = {
  readonly month: string
  /** Its last day, or the last logged day in the month that is not over. */
  readonly through: CalendarDate
  readonly workingDays: number
  readonly credited: string
  readonly runningTotal: string
  readonly expected: string | null
  /** Running total less what the target expects by then. */
  readonly variance: string | null
}

export type TrendQuestion = {
  readonly months: readonly MonthCredit[]
  readonly period: DateRange
  readonly asOf: CalendarDate
  readonly calendar: WorkCalendar
  /** Work RVUs a year; null without one. */
  readonly target: string | null
}

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b)

function lastDayOf(month: string): CalendarDate {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
  return addDays(calendarDate(next), -1)
}

/** The months of a period from its first day through `asOf`, also those without a case, each with its running total. */
export function monthlyTrend({ months, period, asOf, calendar, target }: TrendQuestion): readonly TrendMonth[] {
  const credited = new Map(months.map((each) => [each.month, readFactor(each.credited) ?? whole(0)]))
  const goal = target === null ? null : readFactor(target)
  const inYear = workingDays(yearAround(period), calendar)
  const rows: TrendMonth[] = []
  let total: Factor = whole(0)
  for (let from = period.from; from <= asOf; from = addDays(lastDayOf(from.slice(0, 7)), 1)) {
    const month = from.slice(0, 7)
    const through = earlier(lastDayOf(month), earlier(asOf, period.to))
    const gained = credited.get(month) ?? whole(0)
    total = plus(total, gained)
    const elapsed = workingDays({ from: period.from, to: through }, calendar)
    const expected = goal && inYear > 0 ? over(times(goal, whole(elapsed)), whole(inYear)) : null
    rows.push({
      month,
      through,
      workingDays: workingDays({ from, to: through }, calendar),
      credited: printRatio(gained, 2),
      runningTotal: printRatio(total, 2),
      expected: expected && printRatio(expected, 2),
      variance: expected && printRatio(minus(total, expected), 2),
    })
  }
  return rows
}

/**
 * The month since which the sign of the variance has not changed, and whether it is ahead. Null without a target, or
 * while the last variance is nothing.
 */
export function sideSince(rows: readonly TrendMonth[]): { readonly month: string; readonly ahead: boolean } | null {
  const sideOf = ({ variance }: TrendMonth): number => {
    if (variance === null || /^-?[0.]+$/.test(variance)) return 0
    return variance.startsWith('-') ? -1 : 1
  }
  const last = rows.at(-1)
  const side = last ? sideOf(last) : 0
  if (side === 0) return null
  const before = rows.findLastIndex((row) => sideOf(row) !== side)
  return { month: rows[before + 1]?.month ?? '', ahead: side > 0 }
}
