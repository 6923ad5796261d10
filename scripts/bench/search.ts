import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { searchCodes } from '../../lib/domain/catalog/search'
import { buildSearchIndex, type SearchEntry, type SearchIndex } from '../../lib/domain/catalog/search-index'
import { dice } from '../../lib/domain/shared/dice'
import { entryOf } from '../../lib/features/catalog/service'
import { servicesByCode } from '../../lib/features/use/service'
import queries from '../../tests/unit/catalog/queries.json'
import { authoredCodes } from '../catalog/content'
import type { Figure } from './figure'

const BOUND_MS = 10
const CODES = 20_000
const ROUNDS = 10

/** What is typed on the way to each query: a search answers every key. */
const TYPED = queries.flatMap(([, typed]) => {
  const text = String(typed)
  return [text, text.slice(0, Math.ceil(text.length / 2))]
})

/**
 * One search in process among 20,000 codes: those that are described, and others made of their words, so that words are as
 * common as they would be. The 95th percentile, and the memory that the index keeps.
 */
export function measureSearch(): Promise<Figure> {
  const before = memoryKept()
  const index = buildSearchIndex(twentyThousand())
  const kept = (memoryKept() - before) / 1_048_576
  for (const typed of TYPED) searchCodes(index, typed, { limit: 20 })
  const times = Array.from({ length: ROUNDS }, () => TYPED.map((typed) => timeOf(index, typed))).flat()
  const sorted = times.toSorted((a, b) => a - b)
  const [middle, high] = [0.5, 0.95].map((share) => sorted[Math.floor(sorted.length * share)] ?? NaN)
  return Promise.resolve({
    name: `a search among ${CODES.toLocaleString('en-US')} codes, 95th percentile`,
    bound: `at most ${BOUND_MS} ms`,
    measured: `${(high ?? NaN).toFixed(2)} ms (median ${(middle ?? NaN).toFixed(2)} ms; the index keeps ${kept.toFixed(0)} MB)`,
    holds: (high ?? NaN) <= BOUND_MS,
  })
}

function timeOf(index: SearchIndex, typed: string): number {
  const started = performance.now()
  searchCodes(index, typed, { limit: 20 })
  return performance.now() - started
}

function twentyThousand(): readonly SearchEntry[] {
  const services = servicesByCode()
  const real = authoredCodes().map((entry) => entryOf(entry.code, entry, services.get(entry.code) ?? 0))
  const roll = dice(20_000)
  const pick = () => real[roll(real.length)]
  const held = new Set(real.map(({ code }) => code))
  const numbers = Array.from({ length: 100_000 }, (_, number) => String(number).padStart(5, '0'))
  const free = numbers.filter((code) => !held.has(code)).slice(0, CODES - real.length)
  return [...real, ...free.map((code) => madeUp(code, pick))]
}

/** A title, names and sentences of as many words as real ones, from several of them. */
function madeUp(code: string, pick: () => SearchEntry | undefined): SearchEntry {
  const mixed = (text: (entry: SearchEntry) => string): string => {
    const [one = [], other = []] = [pick(), pick()].map((entry) => (entry ? text(entry).split(' ') : []))
    return [...one.slice(0, Math.ceil(one.length / 2)), ...other.slice(Math.floor(other.length / 2))].join(' ')
  }
  return {
    code,
    title: mixed(({ title }) => title),
    synonyms: [1, 2, 3, 4].map(() => mixed(({ synonyms }) => synonyms[0] ?? '')),
    plainLanguage: mixed(({ plainLanguage }) => plainLanguage ?? ''),
    description: mixed(({ description }) => description ?? ''),
    category: 'surgery',
    specialties: pick()?.specialties ?? [],
    weight: 0,
  }
}

/** Bytes in use after what nobody needs is gone. */
function memoryKept(): number {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers
}
