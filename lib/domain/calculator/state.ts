import type { Practitioner, Role } from '../crediting/case'
import type { PolicyBase } from '../crediting/policy'
import type { LocalityKey } from '../schedule/locality'
import type { CalendarDate } from '../shared/date'

/** One line as it stands in the address of the calculator. */
export type CalculatorLine = {
  readonly code: string
  readonly modifiers: readonly string[]
  readonly units: number
  readonly placeOfService: string
  /** Null: the date of the case. */
  readonly dateOfService: CalendarDate | null
  readonly provider: 'self' | 'other'
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
  readonly policy: PolicyBase
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
/** Where nothing is said of the first line, as in the interface; later lines follow the one before them. */
export const FIRST_PLACE = '11'
