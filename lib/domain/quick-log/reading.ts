import type { Role } from '../crediting/case'
import type { CalendarDate } from '../shared/date'

/** UTF-16 offsets into the text as typed; `end` is exclusive. */
export type Span = { readonly start: number; readonly end: number }

export type QuickLogIssueCode =
  | 'CODE_UNKNOWN'
  | 'MODIFIER_NOT_VALID_FOR_CODE'
  | 'UNITS_OUT_OF_RANGE'
  | 'DATE_IN_FUTURE'
  | 'DATE_INVALID'
  | 'AMBIGUOUS'

/** What is doubtful about a line; the message says how to mend it. */
export type QuickLogIssue = { readonly code: QuickLogIssueCode; readonly message: string }

export type Payer = 'medicare' | 'other'

/** What a short word in the text says about the lines it governs; absent where nothing was said. */
export type Circumstances = {
  readonly placeOfService?: string
  readonly role?: Role
  readonly payer?: Payer
}

export type QuickLogLine = Circumstances & {
  readonly code: string
  readonly modifiers: readonly string[]
  /** As typed; 1 when nothing was typed. Outside 1 to 999 the line carries UNITS_OUT_OF_RANGE. */
  readonly units: number
  readonly dateOfService: CalendarDate
  readonly known: boolean
  /** The characters that made this line, with the date, place or role typed before it. */
  readonly text: Span
  readonly issues: readonly QuickLogIssue[]
  /** Which patient, counted from 0. */
  readonly caseIndex: number
}

/** Text that made no line. `candidates` are the codes its words could mean, when there are several. */
export type UnparsedText = Span & { readonly text: string; readonly candidates?: readonly string[] }

export type QuickLogReading = {
  readonly lines: readonly QuickLogLine[]
  readonly unparsed: readonly UnparsedText[]
}

export type QuickLogContext = {
  readonly today: CalendarDate
  /** Does the code exist in any release held? Codes are asked for in upper case. */
  readonly knows: (code: string) => boolean
  /** Do the indicators of the code's row allow the modifier? */
  readonly allows: (code: string, modifier: string) => boolean
  /** The codes that words name. It is asked for every short run of words, so it must be a lookup, not a search. */
  readonly find?: (words: string) => readonly string[]
}

export const MOST_UNITS = 999

export const unitsInRange = (units: number): boolean => units >= 1 && units <= MOST_UNITS
