import { addDays, calendarDate, weekday, type CalendarDate } from '../shared/date'

const MONDAY = 1
const THURSDAY = 4
const SATURDAY = 6

const day = (year: number, month: number, date: number): CalendarDate =>
  calendarDate(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)

/** The nth (1 is first) given weekday of a month. */
function nth(year: number, month: number, which: number, on: number): CalendarDate {
  const first = day(year, month, 1)
  return addDays(first, ((on - weekday(first) + 7) % 7) + 7 * (which - 1))
}

/** Off work on the Friday before when it falls on a Saturday, on the Monday after when on a Sunday (5 U.S.C. 6103(b)). */
function observed(date: CalendarDate): CalendarDate {
  if (weekday(date) === SATURDAY) return addDays(date, -1)
  return weekday(date) === 0 ? addDays(date, 1) : date
}

/**
 * The legal public holidays of a year (5 U.S.C. 6103(a)) on the days they are observed: eleven since Juneteenth became
 * one in 2021, ten before. New Year's Day of a year that begins on a Saturday is observed in the year before it.
 */
export function federalHolidays(year: number): readonly CalendarDate[] {
  const memorialDay = addDays(nth(year, 6, 1, MONDAY), -7)
  return [
    observed(day(year, 1, 1)),
    nth(year, 1, 3, MONDAY),
    nth(year, 2, 3, MONDAY),
    memorialDay,
    ...(year >= 2021 ? [observed(day(year, 6, 19))] : []),
    observed(day(year, 7, 4)),
    nth(year, 9, 1, MONDAY),
    nth(year, 10, 2, MONDAY),
    observed(day(year, 11, 11)),
    nth(year, 11, 4, THURSDAY),
    observed(day(year, 12, 25)),
  ]
}
