import { afterAll, beforeAll, expect, it } from 'vitest'
import { printConversionFactor } from '@/lib/domain/shared/exact'
import { anesthesiaRatesOf } from '@/lib/features/anesthesia/service'
import { readReleases } from '@/lib/features/releases/store'
import { readLocality } from '@/lib/features/schedule/store'
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
  ['RVU25D', { carrier: '10112', locality: '00' }, '19.3100', null],
  ['RVU25D', { carrier: '02102', locality: '01' }, '27.8600', null],
  // Not in its file of factors (domain B5): 0.7687 + 0.1662 + 0.0650 x 0.739 = 0.982935; x 20.3178 = 19.97107...
  ['RVU25D', { carrier: '03602', locality: '21' }, '19.9700', '20.3178'],
  // National by the day the release took effect (domain A6): 20.3178 for 2025, 20.4349 up to March 8, 2024.
  ['RVU25D', null, '20.3178', null],
  ['RVU24A', null, '20.4349', null],
] as const)('%s in %j has the anesthesia factor %s', async (id, key, expected, weighedFrom) => {
  const release = (await readReleases()).find((each) => each.id === id)
  if (!release) throw new Error('not installed')
  const locality = key && (await readLocality(release.versionId, key))
  const { standard, qualifyingApm } = await anesthesiaRatesOf(release, locality)
  expect(standard && printConversionFactor(standard.amount)).toBe(expected)
  expect(standard?.weighedFrom ? printConversionFactor(standard.weighedFrom) : null).toBe(weighedFrom)
  expect(qualifyingApm).toBeNull()
})
