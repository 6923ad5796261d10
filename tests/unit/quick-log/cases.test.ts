import { expect, test } from 'vitest'
import { isVisit } from '@/lib/domain/catalog/visit'
import { casesOf } from '@/lib/domain/quick-log/cases'
import { print, read } from './schedule'

const cases = (text: string) => casesOf(read(text), isVisit).map(({ lines }) => lines.map(print).join(' '))

test.each([
  ['47562-22 49505 99223x2', ['47562-22 49505', '99223', '99223']],
  ['99223x2 47562 49505', ['99223', '99223', '47562 49505']],
  ['99291 99292x3', ['99291 99292x3']],
  ['49505x2', ['49505x2']],
  ['99213 99214', ['99213 99214']],
  ['99213; 99214', ['99213', '99214']],
  ['99213x0', ['99213x0']],
  ['99213x5000', ['99213x5000']],
  ['99214-25x2 49505', ['99214-25', '99214-25', '49505']],
  ['', []],
])('%j is saved as %j', (text, expected) => {
  expect(cases(text)).toEqual(expected)
})

test('twelve visits are twelve cases of one unit', () => {
  expect(cases('99214x12')).toEqual(Array.from({ length: 12 }, () => '99214'))
})

test('another date, place or role of the same patient is another case', () => {
  const saved = casesOf(read('47562 yesterday 99213 99214'), isVisit)
  expect(saved.map(({ dateOfService, lines }) => [dateOfService, lines.length])).toEqual([
    ['2026-11-03', 1],
    ['2026-11-02', 2],
  ])
  expect(casesOf(read('assist 47562 attending 49505'), isVisit).map((found) => found.role)).toEqual([
    'assistant',
    'attending',
  ])
})
