import { kindOf } from '../catalog/category'
import { readModifier, unitsFollow } from './modifier-token'
import type { PhraseReader } from './phrase'
import { COST, type Edge } from './piece'
import { MOST_UNITS, unitsInRange } from './reading'
import { endsWord, isDigit, isWordCharacter, matchAt, startsWord } from './scan'

/** What reading a line needs to know; both questions are answered once for each code and modifier. */
export type LineReader = {
  readonly text: string
  readonly knows: (code: string) => boolean
  readonly allows: (code: string, modifier: string) => boolean
  readonly phrases: PhraseReader
}

type Draft = {
  readonly code: string
  readonly known: boolean
  readonly start: number
  readonly end: number
  readonly modifiers: readonly string[]
  readonly refused: readonly string[]
  /** Null until a number of units was typed. */
  readonly units: number | null
  readonly cost: number
}

const CODE_LENGTH = 5
const MOST_MODIFIERS = 5
const UNITS = /[^\S\r\n]*[x*×][^\S\r\n]*(\d{1,9})/iy
const UNITS_BEFORE = /(\d{1,3})[^\S\r\n]*[x*×][^\S\r\n]*(?=[0-9a-z])/iy
const DESCRIPTION_GAP = /[^\S\r\n]*[-–:,(]?[^\S\r\n]*/y

const costOfUnits = (units: number): number => {
  if (unitsInRange(units)) return 0
  return units > MOST_UNITS ? COST.tooManyUnits : COST.noUnits
}

/** `x12`: all of the digits, or fewer of them where a code follows without a space (`99223x247562`). */
function withUnits(text: string, draft: Draft): readonly Draft[] {
  if (draft.units !== null || !unitsFollow(text, draft.end)) return []
  const digits = matchAt(UNITS, text, draft.end)?.[1] ?? ''
  if (isDigit(text, UNITS.lastIndex)) return []
  const first = UNITS.lastIndex - digits.length
  return Array.from(digits, (_, index) => {
    const units = Number(digits.slice(0, index + 1))
    const cut = index + 1 < digits.length ? COST.unitsCutShort : 0
    return { ...draft, units, end: first + index + 1, cost: draft.cost + costOfUnits(units) + cut }
  })
}

function withModifier(reader: LineReader, draft: Draft): readonly Draft[] {
  if (draft.modifiers.length >= MOST_MODIFIERS) return []
  const { known, modifiers, code } = draft
  const allows = (modifier: string): boolean => reader.allows(code, modifier)
  const inRun = !startsWord(reader.text, draft.start)
  const found = readModifier(reader.text, draft.end, { known, inRun, modifiers, allows })
  if (!found) return []
  return [
    {
      ...draft,
      modifiers: [...modifiers, found.modifier],
      refused: found.refused ? [...draft.refused, found.modifier] : draft.refused,
      end: found.end,
      cost: draft.cost + found.cost,
    },
  ]
}

/** `47562 lap chole`: words that name the code just typed describe it and make no line of their own. */
function withDescription(reader: LineReader, draft: Draft): readonly Draft[] {
  if (isWordCharacter(reader.text, draft.end)) return []
  matchAt(DESCRIPTION_GAP, reader.text, draft.end)
  const named = reader.phrases(DESCRIPTION_GAP.lastIndex).filter((phrase) => phrase.codes.includes(draft.code))
  return named.map((phrase) => ({ ...draft, end: phrase.end, cost: draft.cost + COST.words }))
}

/** A code and every way to go on from it: modifiers and units in either order, then its own name. */
function extend(reader: LineReader, first: Draft): readonly Edge[] {
  const drafts: Draft[] = [first]
  for (let index = 0; index < drafts.length; index++) {
    const draft = drafts[index]
    if (draft) drafts.push(...withModifier(reader, draft), ...withUnits(reader.text, draft))
  }
  const described = drafts.flatMap((draft) => withDescription(reader, draft))
  return [...drafts, ...described].map((draft) => ({
    piece: { ...draft, kind: 'line', units: draft.units ?? 1 },
    cost: draft.cost,
  }))
}

function costOfCode(text: string, at: number, known: boolean): number {
  if (known) return COST.line
  const end = at + CODE_LENGTH
  const alone = startsWord(text, at) && (endsWord(text, end) || unitsFollow(text, end))
  return COST.line + (alone ? COST.unknownCode : COST.unknownCodeInsideRun)
}

/** The code at a position. One that does not exist and has a letter must stand at the edge of a word: `OR1234` is none. */
function draftAt(reader: LineReader, at: number): Draft | null {
  if (!isDigit(reader.text, at + 1) || !isDigit(reader.text, at + 3)) return null
  const code = reader.text.slice(at, at + CODE_LENGTH).toUpperCase()
  if (kindOf(code) === null) return null
  const known = reader.knows(code)
  const wordy = !known && /\D/.test(code)
  if (wordy && (!startsWord(reader.text, at) || /[a-z]/i.test(reader.text.charAt(at + CODE_LENGTH)))) return null
  const cost = costOfCode(reader.text, at, known)
  return { code, known, start: at, end: at + CODE_LENGTH, modifiers: [], refused: [], units: null, cost }
}

/** `2 x 99213` */
function afterUnits(reader: LineReader, at: number): readonly Edge[] {
  const match = startsWord(reader.text, at) ? matchAt(UNITS_BEFORE, reader.text, at) : null
  const draft = match ? draftAt(reader, UNITS_BEFORE.lastIndex) : null
  if (!match || !draft) return []
  const units = Number(match[1])
  return extend(reader, { ...draft, start: at, units, cost: draft.cost + costOfUnits(units) })
}

/** `lap chole -22`, and `lap chole 47562` where the words name the code that follows them. */
function fromWords(reader: LineReader, at: number): readonly Edge[] {
  return reader.phrases(at).flatMap((phrase) => {
    matchAt(DESCRIPTION_GAP, reader.text, phrase.end)
    const after = draftAt(reader, DESCRIPTION_GAP.lastIndex)
    const cost = COST.line + COST.words
    if (after && phrase.codes.includes(after.code)) return extend(reader, { ...after, start: at, cost })
    const [code, ...others] = phrase.codes
    if (code === undefined || others.length > 0) return []
    const { end } = phrase
    const known = reader.knows(code)
    return extend(reader, { code, known, start: at, end, modifiers: [], refused: [], units: null, cost })
  })
}

/** Every line that could start at a position. */
export function readLines(reader: LineReader, at: number): readonly Edge[] {
  if (!isWordCharacter(reader.text, at)) return []
  const draft = draftAt(reader, at)
  return [...(draft ? extend(reader, draft) : []), ...afterUnits(reader, at), ...fromWords(reader, at)]
}
