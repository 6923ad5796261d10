import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET as getLocalities } from '@/app/api/v1/localities/route'
import { GET as getReleases } from '@/app/api/v1/releases/route'
import { LocalitiesAnswer, ReleasesAnswer } from '@/lib/features/reference/schema'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { call, installMadeUp } from './call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp(
    { name: 'rvu24a.zip', year: '2024', month: 'January', factor: '32.7442' },
    { name: 'rvu24ar.zip', year: '2024', month: 'January', factor: '33.2875' },
    { name: 'rvu25d.zip' },
  )
})
afterAll(() => database.drop())

describe('the reference that it is calculated from', () => {
  it('lists the releases', async () => {
    const { body } = await call(getReleases, { path: '/releases' })
    expect(ReleasesAnswer.parse(body)).toEqual(body)
    expect(body['items']).toMatchObject([
      { id: 'RVU24A', effectiveFrom: '2024-01-01', effectiveTo: '2024-03-08', rows: 6, source: 'official' },
      { id: 'RVU24AR', effectiveFrom: '2024-03-09', conversionFactors: { standard: '33.2875', qualifyingApm: null } },
      { id: 'RVU25D', effectiveFrom: '2025-10-01' },
    ])
  })

  it('finds localities by words', async () => {
    const { body } = await call(getLocalities, { path: '/localities?release=RVU25D&q=ny%20manhattan' })
    expect(LocalitiesAnswer.parse(body)).toEqual(body)
    // GPCI2025 (domain B4)
    const gpci = { work: '1.065', practiceExpense: '1.166', malpractice: '1.656' }
    expect(body).toEqual({ items: [{ carrier: '13202', locality: '01', name: 'MANHATTAN', state: 'NY', gpci }] })
  })
})
