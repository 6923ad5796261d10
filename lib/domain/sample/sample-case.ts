import type { Role } from '../crediting/case'
import { addDays, weekday, type CalendarDate } from '../shared/date'
import type { Dice } from '../shared/dice'

/** A made-up case, to be credited by the same rules as every other. */
export type SampleCase = {
  readonly dateOfService: CalendarDate
  readonly placeOfService: string
  readonly role: Role
  readonly payer: 'medicare' | 'other'
  readonly minutes: number | null
  readonly lines: readonly SampleLine[]
}

export type SampleLine = { readonly code: string; readonly modifiers: readonly string[] }

/** A kind of case: how often among its fellows, where, and how long it takes; minutes null where nobody times it. */
export type Pattern = {
  readonly weight: number
  readonly lines: readonly string[]
  readonly place: string
  readonly minutes: readonly [number, number] | null
}

/** `49650-50` is a code with its modifiers. */
export function readLine(text: string): SampleLine {
  const [code = '', ...modifiers] = text.split('-')
  return { code, modifiers }
}

/** One of the patterns, in proportion to their weights. */
export function pick<T extends { readonly weight: number }>(patterns: readonly T[], throwDice: Dice): T {
  let at = throwDice(patterns.reduce((sum, { weight }) => sum + weight, 0))
  for (const pattern of patterns) {
    at -= pattern.weight
    if (at < 0) return pattern
  }
  throw new Error('there is no pattern to pick from')
}

/** Minutes in a range, in steps of five as people write them down; one case in three is not timed. */
export function minutesOf({ minutes }: Pattern, throwDice: Dice): number | null {
  if (minutes === null || throwDice(3) === 0) return null
  const [least, most] = minutes
  return least + 5 * throwDice(Math.floor((most - least) / 5) + 1)
}

/** The days from Monday to Friday of a range that are not in `away`, first to last. */
export function weekdaysOf(from: CalendarDate, to: CalendarDate, away: ReadonlySet<CalendarDate>): CalendarDate[] {
  const days: CalendarDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekday(day) >= 1 && weekday(day) <= 5 && !away.has(day)) days.push(day)
  }
  return days
}
