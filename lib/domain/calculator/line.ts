import { readTails, writeTails, type Tail } from './line-tail'
import { FIRST_PLACE, MOST_LINES, MOST_MODIFIERS, MOST_UNITS, PLAIN_LINE, type CalculatorLine } from './state'

/** `47562-22*2@22`: code, modifiers, units and place; what few lines say follows behind `~`. */
const SHAPE = /^([A-Z0-9]{5})((?:-[A-Z0-9]{2})*)(?:\*([1-9]\d{0,2}))?(?:@(\d{2}))?$/

/** A line without a place is where the line before it was. */
export function writeLines(lines: readonly CalculatorLine[]): string {
  let place = FIRST_PLACE
  return lines
    .map((line) => {
      const at = line.placeOfService === place ? '' : `@${line.placeOfService}`
      place = line.placeOfService
      return `${line.code}${line.modifiers.map((each) => `-${each}`).join('')}${line.units === 1 ? '' : `*${line.units}`}${at}${writeTails(line)}`
    })
    .join(',')
}

/** What of a line was not understood: the whole of it, what stands behind a `~`, or what a part behind it says. */
export type LineFault = 'shape' | 'tail' | Tail

/** One line from its text, or what of it is not one. */
function readLine(text: string, placeBefore: string): CalculatorLine | LineFault {
  const [head = '', ...tails] = text.trim().toUpperCase().split('~')
  const match = SHAPE.exec(head)
  if (!match) return 'shape'
  const [, code = '', typed = '', units = '1', place = placeBefore] = match
  const modifiers = [...new Set(typed.split('-').filter(Boolean))]
  if (modifiers.length > MOST_MODIFIERS || Number(units) > MOST_UNITS) return 'shape'
  const more = readTails(tails)
  if (typeof more === 'string') return more
  return { ...PLAIN_LINE, code, modifiers, units: Number(units), placeOfService: place, ...more }
}

export type UnreadLine = { readonly at: number; readonly text: string; readonly fault: LineFault }

export type LinesRead = {
  readonly lines: readonly CalculatorLine[]
  /** What was not understood: its place among the lines, from 0, its text, and what of it. */
  readonly unread: readonly UnreadLine[]
  /** There were more lines than are shown. */
  readonly cut: boolean
}

export function readLines(text: string): LinesRead {
  const parts = text.split(',').filter((part) => part.trim() !== '')
  const lines: CalculatorLine[] = []
  const unread: UnreadLine[] = []
  for (const [at, part] of parts.slice(0, MOST_LINES).entries()) {
    const line = readLine(part, lines.at(-1)?.placeOfService ?? FIRST_PLACE)
    if (typeof line === 'string') unread.push({ at, text: part.trim(), fault: line })
    else lines.push(line)
  }
  return { lines, unread, cut: parts.length > MOST_LINES }
}
