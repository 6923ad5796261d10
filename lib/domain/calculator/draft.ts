import { ENTERED_AMOUNT_SHAPE, ENTERED_WORK_SHAPE, enteredValue } from '../crediting/entered-value'
import { readDate } from '../shared/date'
import { FIRST_PLACE, MOST_DAYS, MOST_MINUTES, MOST_MODIFIERS, MOST_UNITS, type CalculatorLine } from './state'

/** A line while it is typed: whatever stands in its fields. */
export type DraftLine = {
  /** Tells it from the others while they come and go. */
  readonly key: number
  readonly code: string
  readonly modifiers: readonly string[]
  readonly units: string
  /** Empty until somebody, or the code, says it. */
  readonly placeOfService: string
  /** Empty: the date of the case. */
  readonly dateOfService: string
  readonly other: boolean
  readonly minutes: string
  /** Held of the care after an operation, with 55. Empty: all. */
  readonly days: string
  /** Of anesthesia under AD: there when it began. */
  readonly induction: boolean
  /** A value of one's own, of one unit. */
  readonly workRvu: string
  readonly allowed: string
  readonly comparator: string
}

/** What belongs to one code, and goes when another takes its place. */
export const NOTHING_MORE = {
  modifiers: [],
  minutes: '',
  days: '',
  induction: false,
  workRvu: '',
  allowed: '',
  comparator: '',
} as const

export const draftOf = (line: CalculatorLine, key: number): DraftLine => ({
  key,
  code: line.code,
  modifiers: line.modifiers,
  units: String(line.units),
  placeOfService: line.placeOfService,
  dateOfService: line.dateOfService ?? '',
  other: line.provider === 'other',
  minutes: line.minutes === null ? '' : String(line.minutes),
  days: line.postoperativeDays === null ? '' : String(line.postoperativeDays),
  induction: line.presentAtInduction,
  workRvu: line.manual?.workRvu ?? '',
  allowed: line.manual?.allowed ?? '',
  comparator: line.manual?.comparator ?? '',
})

/** The next line is where the last one was. */
export const emptyDraft = (key: number, before: DraftLine | undefined): DraftLine => ({
  ...NOTHING_MORE,
  key,
  code: '',
  units: '1',
  placeOfService: before?.placeOfService ?? '',
  dateOfService: '',
  other: false,
})

export const nextKey = (drafts: readonly DraftLine[]): number => Math.max(-1, ...drafts.map(({ key }) => key)) + 1

export const isCode = (text: string): boolean => /^[A-Za-z0-9]{5}$/.test(text.trim())

/** The code as it counts, whatever its letters were typed like. */
export const codeOf = ({ code }: Pick<DraftLine, 'code'>): string => code.trim().toUpperCase()

/** A code with what was typed behind it: `47562-22-LT`. Null where it is still being typed. */
function splitCode(text: string): { readonly code: string; readonly modifiers: readonly string[] } | null {
  const match = /^([A-Z0-9]{5})((?:-[A-Z0-9]{2})+)$/.exec(text.trim().toUpperCase())
  if (!match) return null
  return { code: match[1] ?? '', modifiers: (match[2] ?? '').split('-').filter(Boolean) }
}

/** What typing in the field of the code changes: as long as the code is the same, so is the rest of the line. */
export function codeTyped(draft: DraftLine, text: string): Partial<DraftLine> {
  const split = splitCode(text)
  const code = split?.code ?? (isCode(text) ? codeOf({ code: text }) : text)
  const isSame = codeOf({ code }).slice(0, 5) === codeOf(draft).slice(0, 5)
  const kept = isSame ? {} : NOTHING_MORE
  if (split === null) return { ...kept, code }
  return { ...kept, code, modifiers: [...new Set([...(isSame ? draft.modifiers : []), ...split.modifiers])] }
}

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most

const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text))

/** The line that a draft makes; null while it makes none. */
export function lineOf(draft: DraftLine): CalculatorLine | null {
  if (draft.code.trim() === '' || faultsOf(draft).length > 0) return null
  return {
    code: codeOf(draft),
    modifiers: draft.modifiers.slice(0, MOST_MODIFIERS),
    units: Number(draft.units),
    placeOfService: draft.placeOfService || FIRST_PLACE,
    dateOfService: readDate(draft.dateOfService),
    provider: draft.other ? 'other' : 'self',
    minutes: numberOf(draft.minutes),
    postoperativeDays: numberOf(draft.days),
    presentAtInduction: draft.induction,
    manual: enteredValue(draft),
  }
}

export const linesOf = (drafts: readonly DraftLine[]): readonly CalculatorLine[] =>
  drafts.flatMap((draft) => lineOf(draft) ?? [])

type Check = {
  readonly field: 'code' | 'units' | 'minutes' | 'days' | 'workRvu' | 'allowed' | 'comparator'
  readonly holds: (text: string) => boolean
  readonly message: string
}

const CODE = 'A code has five characters: 47562, G0105, 0075T.'
const UNITS = `A whole number from 1 to ${MOST_UNITS}.`

const CHECKS: readonly Check[] = [
  { field: 'code', holds: isCode, message: CODE },
  { field: 'units', holds: (text) => isWhole(text, 1, MOST_UNITS), message: UNITS },
]
const MORE_CHECKS: readonly Check[] = [
  {
    field: 'minutes',
    holds: (text) => isWhole(text, 0, MOST_MINUTES),
    message: `Whole minutes, at most ${MOST_MINUTES.toLocaleString('en-US')}: 95.`,
  },
  { field: 'days', holds: (text) => isWhole(text, 0, MOST_DAYS), message: `Whole days, at most ${MOST_DAYS}.` },
  { field: 'workRvu', holds: (text) => ENTERED_WORK_SHAPE.test(text), message: 'At most two decimals: 12.00.' },
  {
    field: 'allowed',
    holds: (text) => ENTERED_AMOUNT_SHAPE.test(text),
    message: 'Dollars of at most two decimals, without commas: 1250.00.',
  },
  { field: 'comparator', holds: isCode, message: CODE },
]

export type DraftFault = Pick<Check, 'field' | 'message'>

/** Why a draft is in no sum; none where it is, or where nothing was typed yet. */
export function faultsOf(draft: DraftLine): readonly DraftFault[] {
  if (draft.code.trim() === '') return []
  const wrong = CHECKS.filter(({ field, holds }) => !holds(draft[field].trim()))
  const more = MORE_CHECKS.filter(({ field, holds }) => draft[field].trim() !== '' && !holds(draft[field].trim()))
  return [...wrong, ...more].map(({ field, message }) => ({ field, message }))
}
