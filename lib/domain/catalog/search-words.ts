/** Words as they are indexed and asked for: lower case, no accents, no plural, hyphens and punctuation as spaces. */

const STOP_WORDS: ReadonlySet<string> = new Set([
  'a', 'an', 'and', 'any', 'are', 'as', 'at', 'by', 'for', 'from', 'in', 'is', 'of', 'on', 'or', 'the', 'to', 'with',
]) // prettier-ignore

/** `views` is `view`, `biopsies` is `biopsy`; `pelvis`, `uterus` and `abscess` stay. */
function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.length > 3 && /[^isu]s$/.test(word) ? word.slice(0, -1) : word
}

const MARKS = /[\u0300-\u036f]/g
const APOSTROPHES = /['’]/g
const NOT_WORD = /[^a-z0-9]+/g

/** All words of a text in order; single letters stay, so that `d&c` is `d c` on both sides. */
export function allWords(text: string): readonly string[] {
  const plain = text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(APOSTROPHES, '')
    .replace(NOT_WORD, ' ')
    .trim()
  return plain === '' ? [] : plain.split(' ').map(singular)
}

/** The words that say something; all of them where none does. */
export function searchWords(text: string): readonly string[] {
  const words = allWords(text)
  const telling = words.filter((word) => !STOP_WORDS.has(word))
  return telling.length > 0 ? telling : words
}

/** One text for a phrase however it was spaced or punctuated. */
export const phraseKey = (text: string): string => searchWords(text).join(' ')

/** One bit for each letter: words with few letters in common cannot be a misspelling of each other. */
export function letterMask(word: string): number {
  let mask = 0
  for (let index = 0; index < word.length; index++) mask |= 1 << (word.charCodeAt(index) & 31)
  return mask
}

function bitCount(mask: number): number {
  let bits = mask - ((mask >>> 1) & 0x55555555)
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** How many letters of one word do not occur in the other. */
export const lettersMissing = (mask: number, from: number): number => bitCount(mask & ~from)

/** A lower bound of the edit distance: each edit changes at most one letter into one other. */
export const leastEdits = (a: number, b: number): number => Math.max(lettersMissing(a, b), lettersMissing(b, a))

/** The rows of the table of distances: the one being filled, the one above it, and the one above that. */
type Rows = { row: Uint8Array; above: Uint8Array; twoAbove: Uint8Array }

/** Longer words are cut: no word of a catalog comes near. */
const LONGEST = 64
const rows: Rows = {
  row: new Uint8Array(LONGEST + 1),
  above: new Uint8Array(LONGEST + 1),
  twoAbove: new Uint8Array(LONGEST + 1),
}

const cell = (row: Uint8Array, column: number): number => row[column] ?? 0

/** Fills the row of `a`'s letter `line`; returns its least distance. */
function fillRow(a: string, b: string, line: number): number {
  const { row, above, twoAbove } = rows
  row[0] = line
  let least = line
  for (let column = 1; column <= b.length; column++) {
    const same = a.charCodeAt(line - 1) === b.charCodeAt(column - 1)
    let cost = Math.min(cell(above, column - 1) + Number(!same), cell(above, column) + 1, cell(row, column - 1) + 1)
    const swapped =
      a.charCodeAt(line - 1) === b.charCodeAt(column - 2) && a.charCodeAt(line - 2) === b.charCodeAt(column - 1)
    if (swapped) cost = Math.min(cost, cell(twoAbove, column - 2) + 1)
    row[column] = cost
    least = Math.min(least, cost)
  }
  return least
}

/**
 * Edits that turn `a` into `b`: letters put in, left out, changed, or two neighbors swapped (optimal string alignment).
 * Gives up at `most` and returns `most + 1`. Its rows are kept between calls: it runs for thousands of words a query.
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  if (Math.max(a.length, b.length) > LONGEST) return a === b ? 0 : most + 1
  for (let column = 0; column <= b.length; column++) rows.above[column] = column
  for (let line = 1; line <= a.length; line++) {
    if (fillRow(a, b, line) > most) return most + 1
    const { row, above, twoAbove } = rows
    rows.row = twoAbove
    rows.above = row
    rows.twoAbove = above
  }
  return Math.min(cell(rows.above, b.length), most + 1)
}
