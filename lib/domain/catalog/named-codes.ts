import type { SearchIndex } from './search-index'
import { phraseKey } from './search-words'

/** The codes that words name exactly, the most used first; empty where they are no name of any code. */
export type NamedCodes = (words: string) => readonly string[]

/** The same words in any order: `chole lap` is `lap chole`. */
const anyOrder = (key: string): string => key.split(' ').toSorted().join(' ')

function merge(names: Map<string, Set<number>>, phrases: ReadonlyMap<string, readonly number[]>): void {
  for (const [phrase, numbers] of phrases) {
    const key = anyOrder(phrase)
    const found = names.get(key) ?? new Set()
    for (const number of numbers) found.add(number)
    if (key !== '') names.set(key, found)
  }
}

/**
 * A lookup from words to codes for Quick Log: a whole synonym or, where no synonym is meant, a whole title, its words in any
 * order. It never guesses: a word that is only part of a name, or misspelled, names nothing.
 */
export function namedCodes(index: SearchIndex): NamedCodes {
  const synonyms = new Map<string, Set<number>>()
  const titles = new Map<string, Set<number>>()
  merge(synonyms, index.bySynonym)
  merge(titles, index.byTitle)
  return (words) => {
    const key = anyOrder(phraseKey(words))
    const numbers = [...(synonyms.get(key) ?? titles.get(key) ?? [])].sort((a, b) => a - b)
    return numbers.flatMap((number) => index.entries[number]?.code ?? [])
  }
}
