import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { deleteCase, logCase } from '@/lib/features/cases/service'
import { LogCase } from '@/lib/features/cases/schema'
import { archivePolicy, createPolicy } from '@/lib/features/policies/service'
import { decline } from '@/lib/features/repricing/service'
import { countStale } from '@/lib/features/stale-cases/service'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, must, type TestPerson } from '../../support/people'
import { plainRow } from '../../support/release-fixtures'
import { installMadeUp } from '../api/call'
import { compare, contract, log, newer, office, older, read, two } from './late'

let database: FreshDatabase

beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await database.drop()
})

describe('the hint that saved numbers are not those of today', () => {
  const stale = (person: TestPerson) => countStale(person.grant('case:read'))

  it('is silent once its owner kept the numbers, until something is new', async () => {
    await older()
    const person = await makePerson()
    await log(person, '11111', '2025-10-06')
    await newer()
    must(await decline(person.grant('case:write'), { id: await compare(person) }))
    expect(await stale(person)).toEqual({ cases: 0, left: 1, releases: [], policies: [] })
    // A policy for that day is new, and so is a case of the same day; what was kept under RVU25D is not told again.
    const { id } = must(await createPolicy(person.grant('workplace:write'), contract(person, 'Main contract')))
    expect(await stale(person)).toMatchObject({ cases: 1, left: 0, policies: ['Main contract, version 1'] })
    must(await archivePolicy(person.grant('workplace:write'), { id }))
    expect(await stale(person)).toMatchObject({ cases: 0, left: 1 })
    await installMadeUp({ name: 'rvu25dr.zip', factor: '41.0000', rows: [plainRow('11111', '5.50'), two] })
    expect(await stale(person)).toMatchObject({ cases: 1, left: 0 })
  })

  it('names the preset that counts again where a policy was put away', async () => {
    await older()
    const person = await makePerson()
    const { id } = must(await createPolicy(person.grant('workplace:write'), contract(person, 'Main contract')))
    await log(person, '11111', '2025-03-03')
    expect(await stale(person)).toMatchObject({ cases: 0 })
    must(await archivePolicy(person.grant('workplace:write'), { id }))
    expect(await stale(person)).toEqual({ cases: 1, left: 0, releases: [], policies: ['cms_adjusted'] })
  })

  it('is silent of cases that cannot be valued, once that was said', async () => {
    await older()
    const person = await makePerson()
    const saved = await log(person, '22222', '2025-10-06')
    await installMadeUp({ name: 'rvu25d.zip', factor: '40.0000', rows: [plainRow('11111', '5.00')] })
    expect(await stale(person)).toMatchObject({ cases: 1 })
    await compare(person)
    expect((await office(person)).latest).toMatchObject({ state: 'done', cases: 0, refused: 1 })
    expect(await stale(person)).toMatchObject({ cases: 0, left: 1 })
    expect(await read(person, saved.id)).toEqual(saved)
  })

  it('counts one case once, whatever it has of lines, and no sample or deleted case', async () => {
    await older()
    const person = await makePerson()
    const write = person.grant('case:write')
    const lines = [{ code: '11111' }, { code: '22222' }]
    must(await logCase(write, LogCase.parse({ dateOfService: '2025-10-06', placeOfService: '22', lines })))
    const gone = await log(person, '11111', '2025-10-06')
    must(await deleteCase(write, { id: gone.id, version: 1 }))
    await newer()
    expect(await stale(person)).toMatchObject({ cases: 1 })
  })
})
