import { addDays, type CalendarDate, readDate, weekday } from '../shared/date'
import { COST, type Edge } from './piece'
import { endsWord, matchAt, startsWord, wordAt } from './scan'

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december',
] // prettier-ignore

const ISO = /(\d{4})-(\d{1,2})-(\d{1,2})(?![-/\d])/y
const SLASHED = /(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![-/\d])/y
const DASHED = /(\d{1,2})-(\d{1,2})-(\d{4})(?![-/\d])/y
const DAY_OF_MONTH = /\.?[^\S\r\n]+(\d{1,2})(?:,?[^\S\r\n]+(\d{4}))?(?![-/\d])/y

/** Names may be cut to three letters or more: `tues`, `sept`. */
const numberOf = (names: readonly string[], word: string): number =>
  word.length < 3 ? -1 : names.findIndex((name) => name.startsWith(word))

const pad = (part: string): string => part.padStart(2, '0')
const dateOf = (year: string, month: string, day: string): CalendarDate | null =>
  readDate(`${year}-${pad(month)}-${pad(day)}`)

/** Without a year: the latest such day that is not after today. Eight years back always hold a February 29. */
function latest(month: string, day: string, today: CalendarDate): CalendarDate | null {
  const thisYear = Number(today.slice(0, 4))
  for (let year = thisYear; year >= thisYear - 8; year--) {
    const date = dateOf(String(year), month, day)
    if (date !== null && date <= today) return date
  }
  return null
}

function withYear(month: string, day: string, year: string | undefined, today: CalendarDate): CalendarDate | null {
  if (year === undefined) return latest(month, day, today)
  return dateOf(year.length === 2 ? `20${year}` : year, month, day)
}

type Found = { readonly end: number; readonly date: CalendarDate | null }

function numericDate(text: string, at: number, today: CalendarDate): Found | null {
  const iso = matchAt(ISO, text, at)
  if (iso) return { end: ISO.lastIndex, date: dateOf(iso[1] ?? '', iso[2] ?? '', iso[3] ?? '') }
  for (const pattern of [SLASHED, DASHED]) {
    const match = matchAt(pattern, text, at)
    if (match) return { end: pattern.lastIndex, date: withYear(match[1] ?? '', match[2] ?? '', match[3], today) }
  }
  return null
}

const RELATIVE: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
])

function namedDate(text: string, at: number, today: CalendarDate): Found | null {
  const found = wordAt(text, at)
  if (!found) return null
  const { word, end } = found
  const offset = RELATIVE.get(word)
  if (offset !== undefined) return { end, date: addDays(today, offset) }
  const day = numberOf(WEEKDAYS, word)
  if (day >= 0) return { end, date: addDays(today, -((weekday(today) - day + 7) % 7)) }
  const month = numberOf(MONTHS, word)
  const rest = month < 0 ? null : matchAt(DAY_OF_MONTH, text, end)
  if (!rest) return null
  return { end: DAY_OF_MONTH.lastIndex, date: withYear(String(month + 1), rest[1] ?? '', rest[2], today) }
}

/**
 * A date at a position: `today`, `yesterday`, a weekday (the latest, today included), `11/20`, `11/20/2025`, `11/20/25`,
 * `11-20-2025`, `2026-11-01`, `Nov 20`. Month before day.
 */
export function readDateToken(text: string, at: number, today: CalendarDate): Edge | null {
  if (!startsWord(text, at) || text.charAt(at - 1) === '/') return null
  const found = numericDate(text, at, today) ?? namedDate(text, at, today)
  if (!found || !endsWord(text, found.end)) return null
  const setting = { field: 'dateOfService', value: found.date } as const
  const cost = found.date === null ? COST.impossibleDate : COST.setting
  return { piece: { kind: 'setting', setting, start: at, end: found.end }, cost }
}
