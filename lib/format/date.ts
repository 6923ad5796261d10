import { readDate, weekday, type CalendarDate } from '../domain/shared/date'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const WEEKDAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

const monthOf = (date: CalendarDate): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? ''
const yearOf = (date: CalendarDate): string => date.slice(0, 4)
const dayOf = (date: CalendarDate): string => String(Number(date.slice(8)))
const short = (name: string): string => name.slice(0, 3)

/** `Sep 14, 2026`. */
export const formatDate = (date: CalendarDate): string => `${short(monthOf(date))} ${dayOf(date)}, ${yearOf(date)}`

/** `Sep 14`, where the year is plain from its surroundings. */
export const formatDay = (date: CalendarDate): string => `${short(monthOf(date))} ${dayOf(date)}`

/** `Tue, Sep 15, 2026`. */
export const formatWeekday = (date: CalendarDate): string =>
  `${short(WEEKDAYS[weekday(date)] ?? '')}, ${formatDate(date)}`

/** Dates of the interface within a sentence, as people read them: `after today, 2026-11-23` says `Nov 23, 2026`. */
export const withDateWords = (text: string): string =>
  text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (found) => {
    const date = readDate(found)
    return date ? formatDate(date) : found
  })

/** `September 2026`. */
export const formatMonth = (date: CalendarDate): string => `${monthOf(date)} ${yearOf(date)}`

/** `Sep 1 to 14, 2026`, `Sep 28 to Oct 2, 2026`, `Dec 28, 2026 to Jan 3, 2027`. */
export function formatRange(from: CalendarDate, to: CalendarDate): string {
  if (from === to) return formatDate(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${formatDay(from)} to ${dayOf(to)}, ${yearOf(to)}`
  return `${yearOf(from) === yearOf(to) ? formatDay(from) : formatDate(from)} to ${formatDate(to)}`
}

/** An instant on the clock of a time zone: `Sep 14, 2026, 3:05 PM`. */
export function formatInstant(instant: Date, timeZone: string): string {
  const text = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(instant)
  // Newer runtimes put a narrow space before AM and PM; one text everywhere, or server and browser disagree.
  return text.replace(/\u202f/g, ' ')
}
