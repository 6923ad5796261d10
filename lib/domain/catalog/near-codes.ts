import type { SearchIndex } from './search-index'
import { editDistance } from './search-words'

const MOST_EDITS = 2
const DIGITS = /\d+/

const numberIn = (code: string): number => Number(DIGITS.exec(code)?.[0] ?? 0)

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a.charAt(length) === b.charAt(length)) length++
  return length
}

type Near = { readonly code: string; readonly edits: number; readonly shared: number; readonly apart: number }

const order = (a: Near, b: Near): number => a.edits - b.edits || b.shared - a.shared || a.apart - b.apart

/**
 * Codes that someone who typed `code` may have meant: one or two digits wrong, missing, extra or swapped. Fewest edits first,
 * then the longest common beginning, the nearest number, and the more used. Never `code` itself.
 */
export function nearCodes(index: SearchIndex, code: string, limit: number): readonly string[] {
  const asked = code.trim().toUpperCase()
  if (asked === '' || asked.length > 8) return []
  const near = index.entries.flatMap((entry): Near[] => {
    const edits = editDistance(asked, entry.code, MOST_EDITS)
    if (edits === 0 || edits > MOST_EDITS) return []
    const apart = Math.abs(numberIn(entry.code) - numberIn(asked))
    return [{ code: entry.code, edits, shared: sharedStart(asked, entry.code), apart }]
  })
  return near
    .sort(order)
    .slice(0, limit)
    .map((found) => found.code)
}
