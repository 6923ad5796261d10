/** A calendar date without time or zone, `YYYY-MM-DD`: dates of service are dates, not instants. */
declare const brand: unique symbol
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' }

const DAY = 86_400_000

/** Reads `YYYY-MM-DD`; null when it is not a day that exists. */
export function readDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const instant = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]))
  return new Date(instant).toISOString().slice(0, 10) === text ? (text as CalendarDate) : null
}

export function calendarDate(text: string): CalendarDate {
  const date = readDate(text)
  if (date === null) throw new Error(`"${text}" is not a calendar date`)
  return date
}

const toDays = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / DAY
const fromDays = (days: number): CalendarDate => new Date(days * DAY).toISOString().slice(0, 10) as CalendarDate

export const addDays = (date: CalendarDate, days: number): CalendarDate => fromDays(toDays(date) + days)

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toDays(to) - toDays(from)

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (date: CalendarDate): number => (((toDays(date) + 4) % 7) + 7) % 7

// Making one takes a hundred times as long as using it; there are as many as there are zones.
const formats = new Map<string, Intl.DateTimeFormat>()

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  formats.set(timeZone, made)
  return made
}

/** The calendar date on the clock of a time zone at an instant. Throws where there is no such zone. */
export const dateIn = (timeZone: string, instant: Date): CalendarDate =>
  formatIn(timeZone).format(instant) as CalendarDate
