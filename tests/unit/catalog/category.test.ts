import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CATEGORIES, categoryOf, codeUrl, kindOf, surgerySectionOf } from '@/lib/domain/catalog/category'
import { isVisit } from '@/lib/domain/catalog/visit'

test.each([
  ['00100', 'anesthesia'],
  ['01999', 'anesthesia'],
  ['99140', 'anesthesia'],
  ['10004', 'surgery'],
  ['47562', 'surgery'],
  ['69990', 'surgery'],
  ['70010', 'radiology'],
  ['79999', 'radiology'],
  ['80047', 'pathology-laboratory'],
  ['89398', 'pathology-laboratory'],
  ['90281', 'medicine'],
  ['97110', 'medicine'],
  ['99199', 'medicine'],
  ['99500', 'medicine'],
  ['98000', 'evaluation-management'],
  ['98016', 'evaluation-management'],
  ['98925', 'medicine'],
  ['99201', 'evaluation-management'],
  ['99499', 'evaluation-management'],
  ['0001F', 'category-ii'],
  ['0075T', 'category-iii'],
  ['0001U', 'other-cpt'],
  ['0001A', 'other-cpt'],
  ['0002M', 'other-cpt'],
  ['S9451', 's-codes'],
  ['D0120', 'd-codes'],
  ['I1234', null],
  ['F1234', null],
  ['s9451', null],
  ['4756', null],
  ['', null],
])('%s is in %s', (code, slug) => {
  expect(categoryOf(code)).toBe(slug)
})

test('every code of five digits or of HCPCS shape has a category that is listed', () => {
  const slugs = new Set<string | null>(CATEGORIES.map((category) => category.slug))
  const number = fc.integer({ min: 0, max: 99999 }).map((value) => String(value).padStart(5, '0'))
  const lettered = fc
    .tuple(fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), fc.integer({ min: 0, max: 9999 }))
    .map(([letter, value]) => letter + String(value).padStart(4, '0'))
  fc.assert(
    fc.property(fc.oneof(number, lettered), (code) => {
      expect(slugs.has(categoryOf(code))).toBe(kindOf(code) !== null)
    }),
  )
})

test('sections divide surgery; instruments such as 69990 belong to none', () => {
  expect(surgerySectionOf('47562')).toBe('digestive')
  expect(surgerySectionOf('10004')).toBe('integumentary')
  expect(surgerySectionOf('69990')).toBeNull()
  expect(surgerySectionOf('99213')).toBeNull()
  expect(codeUrl('47562')).toBe('/cpt-codes/surgery/47562')
})

test.each([
  ['99213', true],
  ['99291', true],
  ['99223', true],
  ['99499', true],
  ['98016', true],
  ['92014', true],
  ['G0402', true],
  ['G0438', true],
  ['G0439', true],
  ['99292', false],
  ['99417', false],
  ['99359', false],
  ['G2211', false],
  ['G2212', false],
  ['G0316', false],
  ['47562', false],
  ['93000', false],
  ['99500', false],
  ['0075T', false],
])('%s is a visit of its own: %s', (code, visit) => {
  expect(isVisit(code)).toBe(visit)
})
