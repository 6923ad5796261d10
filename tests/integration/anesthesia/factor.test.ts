import { afterAll, beforeAll, expect, it } from 'vitest'
import { printConversionFactor } from '@/lib/domain/shared/exact'
import { anesthesiaFactorOf } from '@/lib/features/anesthesia/service'
import { readReleases } from '@/lib/features/releases/store'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { installMadeUp } from '../api/call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu24a.zip', year: '2024', month: 'January' }, { name: 'rvu25d.zip' })
})
afterAll(() => database.drop())

it.each([
  // As the made-up file has it.
  ['RVU25D', { carrier: '10112', locality: '00' }, '19.3100'],
  ['RVU25D', { carrier: '02102', locality: '01' }, '27.8600'],
  // Not in the file of factors: no amount, rather than a national one that nobody pays there.
  ['RVU25D', { carrier: '03602', locality: '21' }, null],
  // National by the day the release took effect (domain A6): 20.3178 for 2025, 20.4349 up to March 8, 2024.
  ['RVU25D', null, '20.3178'],
  ['RVU24A', null, '20.4349'],
] as const)('%s in %j has the anesthesia factor %s', async (id, key, expected) => {
  const release = (await readReleases()).find((each) => each.id === id)
  if (!release) throw new Error('not installed')
  const factor = await anesthesiaFactorOf(release, key)
  expect(factor && printConversionFactor(factor)).toBe(expected)
})
