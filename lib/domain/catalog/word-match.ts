import { type SearchIndex, startingWith } from './search-index'
import { editDistance, leastEdits, letterMask, lettersMissing } from './search-words'

/** A word of the vocabulary that a word of the query could mean, and how well it fits: 1 is the same word. */
export type WordMatch = { readonly word: number; readonly quality: number }

const LEAST_BEGINNING = 5
const MOST_PREFIXED = 300
const QUALITY = { same: 1, joined: 0.95, prefix: 0.85, oneEdit: 0.6, twoEdits: 0.4, editedPrefix: 0.35 } as const

/** Short words have too many neighbors to guess at. */
function editsFor(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** Words that the query word begins: the closer in length, the better. */
function prefixed(index: SearchIndex, word: string): readonly WordMatch[] {
  if (word.length < 2) return []
  return startingWith(index.words, word, MOST_PREFIXED).flatMap((longer) => {
    const number = index.wordNumber.get(longer)
    if (number === undefined || longer === word) return []
    return [{ word: number, quality: QUALITY.prefix * Math.sqrt(word.length / longer.length) }]
  })
}

type Close = { readonly word: number; readonly edits: number }

/** Words that differ by at most `most` edits. The letters of both rule nearly all of them out before any is compared. */
function closeTo(index: SearchIndex, word: string, most: number): readonly Close[] {
  const mask = letterMask(word)
  const found: Close[] = []
  for (let number = 0; number < index.words.length; number++) {
    if (leastEdits(mask, index.masks[number] ?? 0) > most) continue
    const edits = editDistance(word, index.words[number] ?? '', most)
    if (edits <= most) found.push({ word: number, edits })
  }
  return found
}

/** Longer words whose beginning differs by one edit: a word misspelled before it is finished. */
function beginningLike(index: SearchIndex, word: string): readonly WordMatch[] {
  const mask = letterMask(word)
  const found: WordMatch[] = []
  for (let number = 0; number < index.words.length; number++) {
    const whole = index.words[number] ?? ''
    if (whole.length <= word.length || lettersMissing(mask, index.masks[number] ?? 0) > 1) continue
    const edits = [0, 1].map((more) => editDistance(word, whole.slice(0, word.length + more), 1))
    if (edits.includes(1)) found.push({ word: number, quality: QUALITY.editedPrefix })
  }
  return found
}

function misspelled(index: SearchIndex, word: string): readonly WordMatch[] {
  const most = editsFor(word.length)
  if (most === 0 || /\d/.test(word)) return []
  const close = closeTo(index, word, most)
  if (close.length === 0) return word.length < LEAST_BEGINNING ? [] : beginningLike(index, word)
  return close.map(({ word: number, edits }) => ({
    word: number,
    quality: edits === 1 ? QUALITY.oneEdit : QUALITY.twoEdits,
  }))
}

/**
 * What a word of the query could mean: itself and longer words that it begins; where there are none, a misspelling, and last
 * the misspelled beginning of a longer word.
 */
function matchesOf(index: SearchIndex, word: string): readonly WordMatch[] {
  const same = index.wordNumber.get(word)
  const literal = [...(same === undefined ? [] : [{ word: same, quality: QUALITY.same }]), ...prefixed(index, word)]
  return literal.length > 0 ? literal : misspelled(index, word)
}

const LEAST_PART = 3

/** `gallbladder` where the catalog writes `gall bladder`: the two words, if both exist. */
function split(index: SearchIndex, word: string): readonly string[] {
  if (index.wordNumber.has(word)) return [word]
  for (let at = LEAST_PART; at <= word.length - LEAST_PART; at++) {
    const parts = [word.slice(0, at), word.slice(at)]
    if (parts.every((part) => index.wordNumber.has(part))) return parts
  }
  return [word]
}

/**
 * The words of a query, each with what it could mean. Words written apart or together match the other way too: `x ray`
 * finds `xray`.
 */
export function readQuery(index: SearchIndex, words: readonly string[]): readonly (readonly WordMatch[])[] {
  const parts = words.flatMap((word) => split(index, word))
  return parts.map((word, at) => {
    const joined = [`${parts[at - 1] ?? ''}${word}`, `${word}${parts[at + 1] ?? ''}`].filter((text) => text !== word)
    const together = joined.flatMap((text) => index.wordNumber.get(text) ?? [])
    const matches = matchesOf(index, word)
    return [...matches, ...together.map((number) => ({ word: number, quality: QUALITY.joined }))]
  })
}
