import { kindOf } from '../catalog/category'
import { matchAt, startsWord } from './scan'

const MOST_WORDS = 6
const FIRST_WORD = /[a-zà-öø-ÿ][a-zà-öø-ÿ0-9'’]*/iy
/** Later words may be a single digit (`chest xray 2 views`); longer numbers are codes, modifiers or counts. */
const NEXT_WORD = /[^\S\r\n]*[-/&]?[^\S\r\n]*(?:[a-zà-öø-ÿ][a-zà-öø-ÿ0-9'’]*|\d(?![0-9a-z]))/iy

/** Words that name at least one code. */
type Phrase = { readonly end: number; readonly codes: readonly string[] }
export type PhraseReader = (at: number) => readonly Phrase[]

const looksLikeCode = (word: string): boolean => kindOf(word.trim().toUpperCase()) !== null

/** The phrases of one to six words that start at a position and that the catalog knows, shortest first. */
export function phraseReader(text: string, find: ((words: string) => readonly string[]) | undefined): PhraseReader {
  if (!find) return () => []
  const known = new Map<string, readonly string[]>()
  const lookUp = (words: string): readonly string[] => {
    const codes = known.get(words) ?? find(words)
    known.set(words, codes)
    return codes
  }
  const read = (at: number): readonly Phrase[] => {
    if (!startsWord(text, at)) return []
    const found: Phrase[] = []
    let match = matchAt(FIRST_WORD, text, at)
    for (let count = 1; match && count <= MOST_WORDS && !looksLikeCode(match[0]); count++) {
      const end = match.index + match[0].length
      const codes = lookUp(wordsOf(text.slice(at, end)))
      if (codes.length > 0) found.push({ end, codes })
      match = matchAt(NEXT_WORD, text, end)
    }
    return found
  }
  const memo = new Map<number, readonly Phrase[]>()
  return (at) => {
    const found = memo.get(at) ?? read(at)
    memo.set(at, found)
    return found
  }
}

/** Words as they are looked up: lower case, single spaces. */
export const wordsOf = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim()
