import { readDate } from '../shared/date'
import { FIRST_PLACE, MOST_LINES, MOST_MODIFIERS, MOST_UNITS, type CalculatorLine } from './state'

/** `47562-22*2@22~2026-03-04~other`: code, modifiers, units, place, date and that another clinician did it. */
const SHAPE = /^([A-Z0-9]{5})((?:-[A-Z0-9]{2})*)(?:\*([1-9]\d{0,2}))?(?:@(\d{2}))?(?:~(\d{4}-\d{2}-\d{2}))?(~OTHER)?$/

/** A line without a place is where the line before it was. */
export function writeLines(lines: readonly CalculatorLine[]): string {
  let place = FIRST_PLACE
  return lines
    .map((line) => {
      const at = line.placeOfService === place ? '' : `@${line.placeOfService}`
      place = line.placeOfService
      return `${line.code}${line.modifiers.map((each) => `-${each}`).join('')}${line.units === 1 ? '' : `*${line.units}`}${at}${
        line.dateOfService === null ? '' : `~${line.dateOfService}`
      }${line.provider === 'other' ? '~other' : ''}`
    })
    .join(',')
}

/** The parts of a line as they were typed; null where the text has another shape. */
function partsOf(text: string) {
  const match = SHAPE.exec(text.trim().toUpperCase())
  if (!match) return null
  const [, code = '', typed = '', units = '1', place, day = '', other] = match
  return { code, modifiers: [...new Set(typed.split('-').filter(Boolean))], units: Number(units), place, day, other }
}

/** One line from its text; null where it is not one. */
function readLine(text: string, placeBefore: string): CalculatorLine | null {
  const parts = partsOf(text)
  if (!parts || parts.modifiers.length > MOST_MODIFIERS || parts.units > MOST_UNITS) return null
  const dateOfService = readDate(parts.day)
  if (parts.day !== '' && dateOfService === null) return null
  return {
    code: parts.code,
    modifiers: parts.modifiers,
    units: parts.units,
    placeOfService: parts.place ?? placeBefore,
    dateOfService,
    provider: parts.other === undefined ? 'self' : 'other',
  }
}

export type LinesRead = {
  readonly lines: readonly CalculatorLine[]
  /** What was not understood: its place among the lines, from 0, and its text. */
  readonly unread: readonly { readonly at: number; readonly text: string }[]
  /** There were more lines than are shown. */
  readonly cut: boolean
}

export function readLines(text: string): LinesRead {
  const parts = text.split(',').filter((part) => part.trim() !== '')
  const lines: CalculatorLine[] = []
  const unread: { at: number; text: string }[] = []
  for (const [at, part] of parts.slice(0, MOST_LINES).entries()) {
    const line = readLine(part, lines.at(-1)?.placeOfService ?? FIRST_PLACE)
    if (line) lines.push(line)
    else unread.push({ at, text: part.trim() })
  }
  return { lines, unread, cut: parts.length > MOST_LINES }
}
