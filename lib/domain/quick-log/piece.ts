import type { Role } from '../crediting/case'
import type { CalendarDate } from '../shared/date'
import type { Payer, Span } from './reading'

/** One code with what was typed onto it. */
export type LinePiece = Span & {
  readonly kind: 'line'
  readonly code: string
  readonly known: boolean
  readonly modifiers: readonly string[]
  /** Those of the modifiers that the row of the code does not allow. */
  readonly refused: readonly string[]
  readonly units: number
}

/** A date, place, role or payer. A date that is not a day of the calendar has the value null. */
export type Setting =
  | { readonly field: 'dateOfService'; readonly value: CalendarDate | null }
  | { readonly field: 'placeOfService'; readonly value: string }
  | { readonly field: 'role'; readonly value: Role }
  | { readonly field: 'payer'; readonly value: Payer }

export type SettingPiece = Span & { readonly kind: 'setting'; readonly setting: Setting }

/** `mark` is punctuation and words that only join; `unread` is what no rule of the grammar reads. */
export type Piece = LinePiece | SettingPiece | (Span & { readonly kind: 'blank' | 'mark' | 'unread' })

/** One way to read some characters. The reading of a text is the cheapest chain of edges through it. */
export type Edge = { readonly piece: Piece; readonly cost: number }

/**
 * What each kind of reading costs. Only the order of sums matters: all of it read beats some of it unread, codes that
 * exist beat codes that do not, modifiers that the row allows beat others, and fewer lines beat more.
 */
export const COST = {
  line: 2,
  unknownCode: 8,
  /** Five digits cut out of a longer run are seldom a code that is merely missing. */
  unknownCodeInsideRun: 14,
  looseModifier: 1,
  furtherGluedModifier: 2,
  refusedAfterHyphen: 4,
  refusedElsewhere: 7,
  noUnits: 4,
  tooManyUnits: 12,
  /** `x247562` read as x2 and a code. */
  unitsCutShort: 6,
  words: 1,
  setting: 1,
  impossibleDate: 3,
  mark: 1,
  unreadStart: 6,
  unreadCharacter: 2,
} as const

export const printLine = (line: Pick<LinePiece, 'code' | 'modifiers' | 'units'>): string =>
  [line.code, ...line.modifiers].join('-') + (line.units === 1 ? '' : `x${line.units}`)
