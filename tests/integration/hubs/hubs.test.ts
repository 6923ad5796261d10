import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCategories, loadHub, loadSections } from '@/lib/features/hubs/loaders'
import { plainRow } from '../../support/release-fixtures'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { installMadeUp, ROWS } from '../api/call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  // 69990 is surgery (10000 to 69999) and of no section, of which the last ends at 69979.
  await installMadeUp({ name: 'rvu25d.zip', rows: [...ROWS, plainRow('69990', '3.46')] })
})
afterAll(() => database.drop())

it('counts each code of surgery once, and lists it in a section or by itself', async () => {
  const [surgery, sections, categories] = await Promise.all([loadHub('surgery'), loadSections(), loadCategories()])
  // 20930, 44140, 47562 and 69990.
  expect(surgery?.codes).toBe(4)
  expect(categories.find(({ url }) => url === '/cpt-codes/surgery')?.codes).toBe(4)
  expect(sections.map(({ url, codes }) => [url, codes])).toEqual([
    ['/cpt-codes/musculoskeletal', 1],
    ['/cpt-codes/digestive', 2],
  ])
  expect(surgery?.bare.map(({ code }) => code)).toEqual(['69990'])
  expect((await loadHub('digestive'))?.bare.map(({ code }) => code)).toEqual(['44140', '47562'])
})
