import type { ManualValue, Practitioner, Role } from '../crediting/case'
import type { LocalityKey } from '../schedule/locality'
import type { CalendarDate } from '../shared/date'
import type { Plan } from './plan'

/** One line as it stands in the address of the calculator. */
export type CalculatorLine = {
  readonly code: string
  readonly modifiers: readonly string[]
  readonly units: number
  readonly placeOfService: string
  /** Null: the date of the case. */
  readonly dateOfService: CalendarDate | null
  readonly provider: 'self' | 'other'
  /** Of what is counted by the clock. */
  readonly minutes: number | null
  /** Of the care after an operation that was taken over with 55; null: all of it. */
  readonly postoperativeDays: number | null
  /** Of anesthesia under AD. */
  readonly presentAtInduction: boolean
  /** What it is worth, where CMS sets no value. */
  readonly manual: ManualValue | null
}

/** What the case is set beside: itself under another release, or another case. */
export type Beside =
  | { readonly kind: 'release'; readonly release: string }
  | { readonly kind: 'case'; readonly lines: readonly CalculatorLine[] }

/** All that the calculator was asked, and all that its address says. */
export type CalculatorState = {
  readonly lines: readonly CalculatorLine[]
  /** Null: today. */
  readonly date: CalendarDate | null
  /** Null: national. */
  readonly locality: LocalityKey | null
  readonly practitioner: Practitioner
  readonly role: Role
  readonly policy: Plan
  readonly qualifyingApm: boolean
  readonly participating: boolean
  /** Null: the date of each line chooses. */
  readonly release: string | null
  readonly beside: Beside | null
}

export const EMPTY_CALCULATOR: CalculatorState = {
  lines: [],
  date: null,
  locality: null,
  practitioner: 'physician',
  role: 'attending',
  policy: 'cms_adjusted',
  qualifyingApm: false,
  participating: true,
  release: null,
  beside: null,
}

/** So that an address stays one that can be mailed and printed. */
export const MOST_LINES = 30
export const MOST_MODIFIERS = 8
export const MOST_UNITS = 999
export const MOST_MINUTES = 6_000
export const MOST_DAYS = 90
/** Where nothing is said of the first line, as in the interface; later lines follow the one before them. */
export const FIRST_PLACE = '11'

/** What a line is of which nothing but its code is said. */
export const PLAIN_LINE: Omit<CalculatorLine, 'code'> = {
  modifiers: [],
  units: 1,
  placeOfService: FIRST_PLACE,
  dateOfService: null,
  provider: 'self',
  minutes: null,
  postoperativeDays: null,
  presentAtInduction: false,
  manual: null,
}
