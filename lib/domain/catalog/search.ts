import type { CodeKind } from './category'
import { compact, type IndexedEntry, type SearchIndex, startingWith } from './search-index'
import { phraseKey, searchWords } from './search-words'
import { readQuery, type WordMatch } from './word-match'

export type SearchOptions = {
  /** At most so many codes. */
  readonly limit: number
  /** The last code of the page before. */
  readonly after?: string
  readonly category?: string
  readonly kind?: CodeKind
  readonly specialty?: string
  /** The slug of the searcher's own specialty: its codes come before others that fit about as well. */
  readonly prefer?: string
}

/** `next` is the `after` of the next page; null on the last one. */
export type SearchPage = { readonly codes: readonly string[]; readonly next: string | null }

type Scores = Float64Array

/** A code beats a beginning of codes, which beats a whole name, which beats words in it. Word scores stay far below. */
const TIER = { code: 1_000_000, codePrefix: 100_000, synonym: 50_000, title: 40_000, spacing: 30_000 } as const
/** A longer query is a paste; what it is about stands in its first words. */
const MOST_WORDS = 12
const USE_SHARE = 0.6
const WHOLE_TITLE_SHARE = 0.3
/** What a code of one's own specialty gains: less than a tier of names is apart from the next. */
const PREFERRED = { share: 0.25, most: 5_000 } as const

const CODE_LIKE = /^(?:[A-Z]\d{1,4}|\d{2,5}|\d{4}[AFMTU])$/
const WITH_MODIFIERS = /^([A-Z]?\d{4,5}[A-Z]?)-.*$/

/** Among words, a number of fewer characters is an age, a size or a count: `under 12`, `10 cm`. */
const LEAST_AMONG_WORDS = 4

/** `47562-22` asks for 47562. */
function codesAsked(query: string): readonly string[] {
  const parts = query
    .toUpperCase()
    .split(/[\s,;]+/)
    .map((part) => part.replace(WITH_MODIFIERS, '$1'))
    .filter((part) => part !== '')
  const codes = parts.filter((part) => CODE_LIKE.test(part))
  return codes.length === parts.length ? codes : codes.filter((code) => code.length >= LEAST_AMONG_WORDS)
}

function scoreCodes(index: SearchIndex, query: string, scores: Scores): void {
  for (const asked of codesAsked(query)) {
    for (const code of startingWith(index.codes, asked, index.codes.length)) {
      const number = index.numberOf.get(code)
      if (number !== undefined) scores[number] = (scores[number] ?? 0) + (code === asked ? TIER.code : TIER.codePrefix)
    }
  }
}

function scoreNames(index: SearchIndex, query: string, scores: Scores): void {
  const key = phraseKey(query)
  const add = (numbers: readonly number[] | undefined, tier: number): void => {
    for (const number of numbers ?? []) scores[number] = (scores[number] ?? 0) + tier
  }
  add(index.bySynonym.get(key), TIER.synonym)
  add(index.byTitle.get(key), TIER.title)
  add(index.byCompactName.get(compact(key)), TIER.spacing)
}

/** Sums over the words of a query, for each entry; `word` is the best score of the word at hand and is empty between words. */
type Tally = { readonly sums: Scores; readonly counts: Uint16Array; readonly word: Scores }

/** Keeps the best score of one word in each entry that has it; returns those entries. */
function bestOfWord(index: SearchIndex, matches: readonly WordMatch[], word: Scores): readonly number[] {
  const touched: number[] = []
  for (const { word: number, quality } of matches) {
    const { entries, fields } = index.postings[number] ?? { entries: [], fields: [] }
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at] ?? 0
      const score = quality * (fields[at] ?? 0)
      if (word[entry] === 0) touched.push(entry)
      if (score > (word[entry] ?? 0)) word[entry] = score
    }
  }
  return touched
}

/** Adds one word of the query; rarer words count more. */
function tallyWord(index: SearchIndex, matches: readonly WordMatch[], tally: Tally): void {
  const touched = bestOfWord(index, matches, tally.word)
  const rarity = Math.log1p(index.entries.length / Math.max(1, touched.length))
  for (const entry of touched) {
    tally.sums[entry] = (tally.sums[entry] ?? 0) + (tally.word[entry] ?? 0) * rarity
    tally.counts[entry] = (tally.counts[entry] ?? 0) + 1
    tally.word[entry] = 0
  }
}

function weigh(entry: IndexedEntry, score: number, words: number): number {
  const whole = Math.min(1, words / Math.max(1, entry.titleWords))
  return score * (1 + USE_SHARE * entry.use + WHOLE_TITLE_SHARE * whole)
}

/** Entries that have the most of the words asked for: all of them where any entry has all. */
function scoreWords(index: SearchIndex, query: string, scores: Scores): void {
  const size = index.entries.length
  const tally = { sums: new Float64Array(size), counts: new Uint16Array(size), word: new Float64Array(size) }
  const words = readQuery(index, searchWords(query).slice(0, MOST_WORDS))
  for (const matches of words) tallyWord(index, matches, tally)
  const most = tally.counts.reduce((greatest, count) => Math.max(greatest, count), 0)
  if (most === 0) return
  index.entries.forEach((entry, number) => {
    if (tally.counts[number] !== most) return
    scores[number] = (scores[number] ?? 0) + weigh(entry, tally.sums[number] ?? 0, words.length)
  })
}

function favor(index: SearchIndex, prefer: string | undefined, scores: Scores): void {
  if (prefer === undefined) return
  index.entries.forEach(({ specialties }, number) => {
    const score = scores[number] ?? 0
    if (score > 0 && specialties.includes(prefer)) {
      scores[number] = score + Math.min(score * PREFERRED.share, PREFERRED.most)
    }
  })
}

function passes(entry: IndexedEntry, { category, kind, specialty }: SearchOptions): boolean {
  if (category !== undefined && entry.category !== category) return false
  if (kind !== undefined && entry.kind !== kind) return false
  return specialty === undefined || entry.specialties.includes(specialty)
}

/** The first `most` of the numbers in the order of `before`, without sorting the rest. */
function firstOf(numbers: readonly number[], most: number, before: (a: number, b: number) => boolean): number[] {
  const first: number[] = []
  for (const number of numbers) {
    const last = first[most - 1]
    if (last !== undefined && !before(number, last)) continue
    let low = 0
    let high = first.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (before(number, first[middle] ?? -1)) high = middle
      else low = middle + 1
    }
    first.splice(low, 0, number)
    if (first.length > most) first.pop()
  }
  return first
}

/**
 * Ranks the catalog for what a physician types: a code or its beginning, an abbreviation, words in any order, beginnings of
 * words, misspellings. An empty query lists by use. Ties go to the more used code. An `after` that the query does not find
 * gives an empty page.
 */
export function searchCodes(index: SearchIndex, query: string, options: SearchOptions): SearchPage {
  const scores = new Float64Array(index.entries.length)
  if (query.trim() === '') scores.fill(1)
  else {
    scoreCodes(index, query, scores)
    scoreNames(index, query, scores)
    scoreWords(index, query, scores)
  }
  favor(index, options.prefer, scores)
  const before = (a: number, b: number): boolean => {
    const difference = (scores[a] ?? 0) - (scores[b] ?? 0)
    return difference === 0 ? a < b : difference > 0
  }
  const last = options.after === undefined ? null : (index.numberOf.get(options.after) ?? -1)
  if (last !== null && !((scores[last] ?? 0) > 0)) return { codes: [], next: null }
  const found: number[] = []
  index.entries.forEach((entry, number) => {
    if (!((scores[number] ?? 0) > 0) || !passes(entry, options)) return
    if (last === null || before(last, number)) found.push(number)
  })
  const codes = firstOf(found, options.limit, before).map((number) => index.entries[number]?.code ?? '')
  return { codes, next: found.length > codes.length ? (codes.at(-1) ?? null) : null }
}
