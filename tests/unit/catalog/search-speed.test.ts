import { expect, test } from 'vitest'
import { searchCodes } from '@/lib/domain/catalog/search'
import { buildSearchIndex, type SearchEntry } from '@/lib/domain/catalog/search-index'

const SYLLABLES = [
  'ba',
  'cho',
  'der',
  'ec',
  'fal',
  'gos',
  'hy',
  'il',
  'kar',
  'lum',
  'mes',
  'neph',
  'os',
  'pan',
  'rec',
  'to',
]

/** Made-up words, the same in every run. */
function word(seed: number): string {
  const parts = [seed % 16, (seed >> 4) % 16, (seed >> 8) % 16].map((at) => SYLLABLES[at] ?? '')
  return parts.join('')
}

const catalog: readonly SearchEntry[] = Array.from({ length: 20_000 }, (_, number) => ({
  code: String(10_000 + number),
  title: [number, number * 7, number * 31].map(word).join(' '),
  synonyms: [`${word(number * 13)} repair`],
  plainLanguage: `a doctor repairs the ${word(number * 3)} in the office or the hospital`,
  category: 'surgery',
  weight: number % 997,
}))

test('twenty thousand codes: a search takes a few milliseconds', () => {
  const index = buildSearchIndex(catalog)
  const queries = [
    'doctor',
    'bachode repair',
    'chodre',
    'office hospital repair',
    '1234',
    'ba',
    'kalummes pannrec',
    'xx',
  ]
  const times = Array.from({ length: 200 }, (_, run) => {
    const started = performance.now()
    searchCodes(index, queries[run % queries.length] ?? '', { limit: 20 })
    return performance.now() - started
  }).sort((a, b) => a - b)
  // About 1 ms on an idle machine, 10 ms at most. The bound is loose and on the median, since tests share their machine;
  // reading through every text for each search takes over 100 ms.
  expect(times[100]).toBeLessThan(30)
}, 60_000)
