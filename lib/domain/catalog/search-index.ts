import { type CodeKind, kindOf } from './category'
import { letterMask, phraseKey, searchWords } from './search-words'

/** What the catalog says of a code, in our own words. `weight`: how often it is used; any scale, 0 or more. */
export type SearchEntry = {
  readonly code: string
  readonly title: string
  readonly synonyms: readonly string[]
  readonly plainLanguage?: string | null
  readonly description?: string | null
  readonly category: string
  readonly specialties?: readonly string[]
  readonly weight: number
}

/** Where a word occurs: entries, and how much the best field it occurs in counts. */
type Posting = { readonly entries: Int32Array; readonly fields: Uint8Array }

type Occurrence = { readonly entry: number; readonly field: number }

/** Entries are numbered from the most used to the least, so a lower number wins a tie. */
export type SearchIndex = {
  readonly entries: readonly IndexedEntry[]
  readonly numberOf: ReadonlyMap<string, number>
  /** All codes in alphabetical order, for prefixes. */
  readonly codes: readonly string[]
  readonly byTitle: ReadonlyMap<string, readonly number[]>
  readonly bySynonym: ReadonlyMap<string, readonly number[]>
  /** Synonyms and titles without spaces: `gall bladder removal` is `gallbladder removal`. */
  readonly byCompactName: ReadonlyMap<string, readonly number[]>
  /** The vocabulary in alphabetical order, with the letters of each word and where it occurs. */
  readonly words: readonly string[]
  readonly masks: Int32Array
  readonly postings: readonly Posting[]
  readonly wordNumber: ReadonlyMap<string, number>
}

export type IndexedEntry = {
  readonly code: string
  readonly kind: CodeKind | null
  readonly category: string
  readonly specialties: readonly string[]
  /** 0 to 1: the logarithm of the weight as a share of the greatest. */
  readonly use: number
  readonly titleWords: number
}

/** How much a word counts by the field it stands in. */
const FIELD = { title: 5, synonym: 4, plainLanguage: 2, description: 1 } as const

function addTo<K>(map: Map<K, number[]>, key: K, entry: number): void {
  const found = map.get(key)
  if (!found) map.set(key, [entry])
  else if (found.at(-1) !== entry) found.push(entry)
}

/** Each word of an entry once, with the weight of the best field it occurs in. */
function fieldsOf(entry: SearchEntry): ReadonlyMap<string, number> {
  const fields = new Map<string, number>()
  const note = (text: string | null | undefined, weight: number): void => {
    for (const word of searchWords(text ?? '')) fields.set(word, Math.max(weight, fields.get(word) ?? 0))
  }
  note(entry.title, FIELD.title)
  for (const synonym of entry.synonyms) note(synonym, FIELD.synonym)
  note(entry.plainLanguage, FIELD.plainLanguage)
  note(entry.description, FIELD.description)
  return fields
}

function vocabularyOf(entries: readonly SearchEntry[]): ReadonlyMap<string, readonly Occurrence[]> {
  const vocabulary = new Map<string, Occurrence[]>()
  entries.forEach((entry, number) => {
    for (const [word, field] of fieldsOf(entry)) {
      const occurrences = vocabulary.get(word) ?? []
      occurrences.push({ entry: number, field })
      vocabulary.set(word, occurrences)
    }
  })
  return vocabulary
}

const postingOf = (occurrences: readonly Occurrence[]): Posting => ({
  entries: Int32Array.from(occurrences, (occurrence) => occurrence.entry),
  fields: Uint8Array.from(occurrences, (occurrence) => occurrence.field),
})

export const compact = (key: string): string => key.replaceAll(' ', '')

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b))

function indexed(entries: readonly SearchEntry[]): readonly IndexedEntry[] {
  const greatest = Math.log1p(entries[0]?.weight ?? 0)
  return entries.map(({ code, category, specialties, weight, title }) => ({
    code,
    kind: kindOf(code),
    category,
    specialties: specialties ?? [],
    use: greatest > 0 ? Math.log1p(weight) / greatest : 0,
    titleWords: searchWords(title).length,
  }))
}

/** Builds the index once for a catalog; it is read only afterwards. */
export function buildSearchIndex(catalog: readonly SearchEntry[]): SearchIndex {
  const entries = catalog.toSorted((a, b) => b.weight - a.weight || byText(a.code, b.code))
  const byTitle = new Map<string, number[]>()
  const bySynonym = new Map<string, number[]>()
  const byCompactName = new Map<string, number[]>()
  const note = (names: Map<string, number[]>, name: string, number: number): void => {
    const key = phraseKey(name)
    // What nobody described has no name: a query without a word must not mean it.
    if (key === '') return
    addTo(names, key, number)
    addTo(byCompactName, compact(key), number)
  }
  entries.forEach((entry, number) => {
    note(byTitle, entry.title, number)
    for (const synonym of entry.synonyms) note(bySynonym, synonym, number)
  })
  const vocabulary = [...vocabularyOf(entries)].sort(([a], [b]) => byText(a, b))
  const words = vocabulary.map(([word]) => word)
  return {
    entries: indexed(entries),
    numberOf: new Map(entries.map((entry, number) => [entry.code, number])),
    codes: entries.map((entry) => entry.code).sort(byText),
    byTitle,
    bySynonym,
    byCompactName,
    words,
    masks: Int32Array.from(words, letterMask),
    postings: vocabulary.map(([, occurrences]) => postingOf(occurrences)),
    wordNumber: new Map(words.map((word, number) => [word, number])),
  }
}

/** Where the texts that start with `prefix` begin in a list in alphabetical order. */
function firstWith(sorted: readonly string[], prefix: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < prefix) low = middle + 1
    else high = middle
  }
  return low
}

/** The texts that start with `prefix`, at most `most` of them. */
export function startingWith(sorted: readonly string[], prefix: string, most: number): readonly string[] {
  const first = firstWith(sorted, prefix)
  const found: string[] = []
  for (let at = first; found.length < most && (sorted[at] ?? '').startsWith(prefix) && at < sorted.length; at++) {
    found.push(sorted[at] ?? '')
  }
  return found
}
