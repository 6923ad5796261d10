import { calendarDate, type CalendarDate } from '../shared/date'
import { calendarYear, type DateRange } from './working-days'

/**
 * The part of a year that a log speaks for: the whole year when it was begun by January 31 or before, else from its first
 * day (domain F3, new hire): days before the log began are not days without work. Null where nothing is logged.
 */
export function countedPeriod(firstLogged: CalendarDate | null, lastLogged: CalendarDate | null): DateRange | null {
  if (firstLogged === null || lastLogged === null) return null
  const year = lastLogged.slice(0, 4)
  const whole = calendarYear(Number(year))
  return firstLogged <= calendarDate(`${year}-01-31`) ? whole : { from: firstLogged, to: whole.to }
}
