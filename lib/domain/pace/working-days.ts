import { addDays, calendarDate, weekday, type CalendarDate } from '../shared/date'
import { federalHolidays } from './federal-holidays'

/** Both days are inside. */
export type DateRange = { readonly from: CalendarDate; readonly to: CalendarDate }

export type WorkCalendar = {
  readonly holidays: 'us-federal' | 'none'
  /** Days away that the person chose to leave out (domain F3); weekends and holidays inside them count once. */
  readonly timeOff: readonly DateRange[]
}

export const FEDERAL_CALENDAR: WorkCalendar = { holidays: 'us-federal', timeOff: [] }

const yearOf = (date: CalendarDate): number => Number(date.slice(0, 4))

function holidaysTouching({ from, to }: DateRange): ReadonlySet<CalendarDate> {
  const days = new Set<CalendarDate>()
  // One year more: New Year's Day may be observed on the last day of the year before.
  for (let year = yearOf(from); year <= yearOf(to) + 1; year += 1) {
    for (const holiday of federalHolidays(year)) days.add(holiday)
  }
  return days
}

/** Days from Monday to Friday that are neither a holiday of the calendar nor time off; 0 when the range is empty. */
export function workingDays(range: DateRange, calendar: WorkCalendar): number {
  if (range.to < range.from) return 0
  const holidays = calendar.holidays === 'us-federal' ? holidaysTouching(range) : new Set<CalendarDate>()
  const away = (date: CalendarDate) => calendar.timeOff.some(({ from, to }) => from <= date && date <= to)
  let count = 0
  for (let date = range.from; date <= range.to; date = addDays(date, 1)) {
    const onWeekday = weekday(date) >= 1 && weekday(date) <= 5
    if (onWeekday && !holidays.has(date) && !away(date)) count += 1
  }
  return count
}

export const calendarYear = (year: number): DateRange => ({
  from: calendarDate(`${year}-01-01`),
  to: calendarDate(`${year}-12-31`),
})

/**
 * The year that a period is annualized to: its calendar year when it lies inside one, else the twelve months from its
 * first day (a fiscal year is then itself).
 */
export function yearAround({ from, to }: DateRange): DateRange {
  if (yearOf(from) === yearOf(to)) return calendarYear(yearOf(from))
  const anniversary = from.endsWith('-02-29') ? `${yearOf(from) + 1}-03-01` : `${yearOf(from) + 1}${from.slice(4)}`
  return { from, to: addDays(calendarDate(anniversary), -1) }
}
