import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { namedCodes } from '@/lib/domain/catalog/named-codes'
import { nearCodes } from '@/lib/domain/catalog/near-codes'
import { searchCodes, type SearchOptions } from '@/lib/domain/catalog/search'
import { buildSearchIndex } from '@/lib/domain/catalog/search-index'
import { CATALOG, INDEX } from './small-catalog'

const search = (query: string, options: Partial<SearchOptions> = {}) =>
  searchCodes(INDEX, query, { limit: 20, ...options }).codes
const first = (query: string) => search(query)[0]

describe('the first answer', () => {
  test.each([
    ['47562', '47562'],
    ['s9451', 'S9451'],
    ['47562-22', '47562'],
    ['lap chole', '47562'],
    ['Lap-Chole', '47562'],
    ['chole lap', '47562'],
    ['lap chole with IOC', '47563'],
    ['TKA', '27447'],
    ['tha', '27130'],
    ['knee replacement', '27447'],
    ['knee replacement surgery', '27447'],
    ['replacement of the knee', '27447'],
    ['worn knee', '27447'],
    ['gall bladder removal scope', '47562'],
    ['x ray chest', '71046'],
    ['xray chest', '71046'],
    ['chest xrays', '71046'],
    ['apendectomy', '44970'],
    ['appendectmoy', '44970'],
    ['apendec', '44970'],
    ['cholecystectmy', '47562'],
    ['dexamethazone', 'J1100'],
    ['steroid', 'J1100'],
    ['exercize class', 'S9451'],
    ['office visit', '99214'],
    ['hern', '49505'],
  ])('%j finds %s', (query, code) => {
    expect(first(query)).toBe(code)
  })
})

test('the beginning of a code lists the codes that begin so, the more used first', () => {
  expect(search('4756')).toEqual(['47562', '47563'])
  expect(search('475').slice(0, 2)).toEqual(['47562', '47563'])
})

test('codes of one’s own specialty come before others that fit about as well, and never before a better name', () => {
  expect(search('475').slice(0, 2)).toEqual(['47562', '47563'])
  const ofSpecialty = INDEX.entries.filter(({ specialties }) => specialties.length > 0)
  for (const { code, specialties } of ofSpecialty) {
    const prefer = specialties[0] ?? ''
    const preferred = search('', { prefer, limit: 100 })
    const others = preferred.filter(
      (each) => !INDEX.entries[INDEX.numberOf.get(each) ?? -1]?.specialties.includes(prefer),
    )
    // All of one's own stand before the first of the others, in an answer that says nothing else.
    expect(preferred.indexOf(code)).toBeLessThan(preferred.indexOf(others[0] ?? ''))
    expect(search('lap chole', { prefer })[0]).toBe('47562')
  }
  expect(ofSpecialty.length).toBeGreaterThan(1)
})

test('a number among words is an age, a size or a count, unless it is most of a code', () => {
  expect(search('knee replacement 99')[0]).toBe('27447')
  expect(search('knee 4756').slice(0, 2)).toEqual(['47562', '47563'])
})

test('where any code has all of the words, only such codes are listed', () => {
  expect(search('gallbladder open')).toEqual(['47600'])
})

test.each(['💉', '???', '- -'])('%s has no word, and finds nothing, not what has no name either', (query) => {
  const nameless = { code: '12345', title: '', synonyms: [], category: 'surgery', weight: 0 }
  const index = buildSearchIndex([...CATALOG, nameless])
  expect(searchCodes(index, query, { limit: 5 }).codes).toEqual([])
  expect(searchCodes(index, '12345', { limit: 5 }).codes).toEqual(['12345'])
})

test('a query that nothing fits finds nothing', () => {
  expect(search('qqqqqqqqq')).toEqual([])
  expect(search('%%%')).toEqual([])
})

test('an empty query lists by use', () => {
  expect(search('').slice(0, 3)).toEqual(['99214', '99213', '71046'])
})

test('filters by category, kind and specialty', () => {
  expect(search('', { category: 'radiology' })).toEqual(['71046'])
  expect(search('', { kind: 'hcpcs' })).toEqual(['J1100', 'S9451'])
  expect(search('', { specialty: 'orthopedics' })).toEqual(['27447', '27130'])
  expect(search('scope', { specialty: 'general-surgery' })).toEqual(['47562', '47563'])
})

test('an after that the query does not find gives an empty page', () => {
  expect(searchCodes(INDEX, 'knee', { limit: 5, after: '99213' })).toEqual({ codes: [], next: null })
  expect(searchCodes(INDEX, 'knee', { limit: 5, after: 'nothing' })).toEqual({ codes: [], next: null })
})

const queries = fc.oneof(
  fc.constantFrom('', 'scope', 'open', 'replacement', '4', '47', 'visit', 'hernia repair', 'x', 'removal gallbladder'),
  fc.string({ maxLength: 12 }),
)

test('pages of any size join to the whole list, without repeats', () => {
  fc.assert(
    fc.property(queries, fc.integer({ min: 1, max: 6 }), (query, limit) => {
      const whole = search(query, { limit: 100 })
      const paged: string[] = []
      let page = searchCodes(INDEX, query, { limit })
      paged.push(...page.codes)
      while (page.next !== null) {
        page = searchCodes(INDEX, query, { limit, after: page.next })
        paged.push(...page.codes)
      }
      expect(paged).toEqual(whole)
      expect(new Set(whole).size).toBe(whole.length)
    }),
  )
})

test('the order of the catalog does not matter', () => {
  const backwards = buildSearchIndex(CATALOG.toReversed())
  fc.assert(
    fc.property(queries, (query) => {
      expect(searchCodes(backwards, query, { limit: 50 })).toEqual(searchCodes(INDEX, query, { limit: 50 }))
    }),
  )
})

test('one wrong letter in a long word still finds it', () => {
  const word = 'appendectomy'
  fc.assert(
    fc.property(fc.nat(word.length - 1), fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), (at, letter) => {
      expect(search(word.slice(0, at) + letter + word.slice(at + 1))).toContain('44970')
    }),
  )
})

describe('near codes', () => {
  test.each([
    ['47561', '47562'],
    ['47526', '47562'],
    ['4756', '47562'],
    ['s9541', 'S9451'],
    ['99224', '99214'],
  ])('%s is near %s', (typed, code) => {
    expect(nearCodes(INDEX, typed, 3)[0]).toBe(code)
  })

  test('nothing near, nothing offered; never the code itself; at most as many as asked', () => {
    expect(nearCodes(INDEX, '00000', 5)).toEqual([])
    expect(nearCodes(INDEX, '47562', 5)).not.toContain('47562')
    expect(nearCodes(INDEX, '4756', 1)).toHaveLength(1)
  })
})

describe('words that name codes', () => {
  const find = namedCodes(INDEX)

  test.each([
    ['lap chole', ['47562']],
    ['Chole, lap', ['47562']],
    ['tka', ['27447']],
    ['total knee replacement', ['27447']],
    ['hernia repair', ['49650', '49505']],
    ['knee', []],
    ['apendectomy', []],
    ['', []],
  ])('%j names %j', (words, codes) => {
    expect(find(words)).toEqual(codes)
  })
})
