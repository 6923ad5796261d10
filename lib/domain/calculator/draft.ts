import { readDate } from '../shared/date'
import { FIRST_PLACE, MOST_MODIFIERS, MOST_UNITS, type CalculatorLine } from './state'

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
}

export const draftOf = (line: CalculatorLine, key: number): DraftLine => ({
  key,
  code: line.code,
  modifiers: line.modifiers,
  units: String(line.units),
  placeOfService: line.placeOfService,
  dateOfService: line.dateOfService ?? '',
  other: line.provider === 'other',
})

/** The next line is where the last one was. */
export const emptyDraft = (key: number, before: DraftLine | undefined): DraftLine => ({
  key,
  code: '',
  modifiers: [],
  units: '1',
  placeOfService: before?.placeOfService ?? '',
  dateOfService: '',
  other: false,
})

export const isCode = (text: string): boolean => /^[A-Za-z0-9]{5}$/.test(text.trim())

/** A code with what was typed behind it: `47562-22-LT`. Null where it is still being typed. */
export function splitCode(text: string): { readonly code: string; readonly modifiers: readonly string[] } | null {
  const match = /^([A-Z0-9]{5})((?:-[A-Z0-9]{2})+)$/.exec(text.trim().toUpperCase())
  if (!match) return null
  return { code: match[1] ?? '', modifiers: (match[2] ?? '').split('-').filter(Boolean) }
}

const areUnits = (text: string): boolean => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MOST_UNITS

/** The line that a draft makes; null while it makes none. */
export function lineOf(draft: DraftLine): CalculatorLine | null {
  if (!isCode(draft.code) || !areUnits(draft.units)) return null
  return {
    code: draft.code.trim().toUpperCase(),
    modifiers: draft.modifiers.slice(0, MOST_MODIFIERS),
    units: Number(draft.units),
    placeOfService: draft.placeOfService || FIRST_PLACE,
    dateOfService: readDate(draft.dateOfService),
    provider: draft.other ? 'other' : 'self',
  }
}

export const linesOf = (drafts: readonly DraftLine[]): readonly CalculatorLine[] =>
  drafts.flatMap((draft) => lineOf(draft) ?? [])

export type DraftFault = { readonly field: 'code' | 'units'; readonly message: string }

/** Why a draft is in no sum; null where it is, or where nothing was typed yet. */
export function faultOf(draft: DraftLine): DraftFault | null {
  if (draft.code.trim() === '') return null
  if (!isCode(draft.code)) return { field: 'code', message: 'A code has five characters: 47562, G0105, 0075T.' }
  if (!areUnits(draft.units)) return { field: 'units', message: 'A whole number from 1 to 999.' }
  return null
}
