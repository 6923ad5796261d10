import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changeCase, deleteCase } from '@/lib/features/cases/service'
import { createPolicy } from '@/lib/features/policies/service'
import { agree, decline, runRepricing, startComparison, takeBack } from '@/lib/features/repricing/service'
import { countStale } from '@/lib/features/stale-cases/service'
import { reading } from '@/lib/server/db'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, must } from '../../support/people'
import { compare, contract, log, newer, office, older, read, run } from './late'

let database: FreshDatabase

beforeEach(async () => {
  database = await freshDatabase()
})
afterEach(async () => {
  await database.drop()
})

describe('a release that is installed late', () => {
  it('is offered for the cases of its dates, changes nothing until agreed, and then changes those', async () => {
    await older()
    const person = await makePerson()
    const march = await log(person, '11111', '2025-03-03')
    const october = await log(person, '11111', '2025-10-06')
    // 4.00 work and (4.00 + 1.00) x 30.0000 under RVU25A, past its quarter in October.
    expect(october.totals).toMatchObject({ creditedWorkRvu: '4.0000', allowed: '150.00' })
    expect(await countStale(person.grant('case:read'))).toEqual({ cases: 0, left: 0, releases: [], policies: [] })

    await newer()
    expect(await read(person, october.id)).toEqual(october)
    expect(await countStale(person.grant('case:read'))).toEqual({
      cases: 1,
      left: 0,
      releases: ['RVU25D'],
      policies: [],
    })

    const id = await compare(person)
    const offered = await office(person)
    // 5.00 work and (5.00 + 1.00) x 40.0000 under RVU25D.
    expect(offered.latest).toMatchObject({
      state: 'offered',
      seen: 2,
      cases: 1,
      moved: 1,
      refused: 0,
      before: { workRvu: '4.00', creditedWorkRvu: '4.0000', trainingWorkRvu: '0.0000', allowed: '150.00' },
      after: { workRvu: '5.00', creditedWorkRvu: '5.0000', trainingWorkRvu: '0.0000', allowed: '240.00' },
    })
    expect(offered.cases).toMatchObject([
      { id: october.id, codes: ['11111'], releases: { before: ['RVU25A'], after: ['RVU25D'] } },
    ])
    expect(await read(person, october.id)).toEqual(october)

    must(await agree(person.grant('case:write'), { id }))
    expect(await read(person, october.id)).toEqual(october)
    await run()
    expect(await read(person, october.id)).toMatchObject({
      totals: { creditedWorkRvu: '5.0000', allowed: '240.00' },
      version: 2,
    })
    expect(await read(person, march.id)).toEqual(march)
    expect((await office(person)).latest).toMatchObject({ state: 'done', applied: 1, skipped: 0 })
    expect(await countStale(person.grant('case:read'))).toEqual({ cases: 0, left: 0, releases: [], policies: [] })
  })

  it('leaves what it was in the audit, and can be taken back to the letter', async () => {
    await older()
    const person = await makePerson()
    const saved = await log(person, '11111', '2025-10-06')
    await newer()
    const id = await compare(person)
    must(await agree(person.grant('case:write'), { id }))
    await run()
    const audit = await reading(person.grant('case:read'), (tx) =>
      tx.auditEntry.findMany({ where: { action: { startsWith: 'repricing' } }, orderBy: { id: 'asc' } }),
    )
    expect(audit.map(({ action, actor }) => [action, actor])).toEqual([
      ['repricing.agreed', `person:${person.id}`],
      ['repricing.done', `job:${person.id}`],
    ])
    expect(audit[1]?.detail).toMatchObject({
      cases: 1,
      before: { creditedWorkRvu: '4.0000' },
      after: { creditedWorkRvu: '5.0000' },
    })

    must(await takeBack(person.grant('case:write'), { id }))
    await run()
    expect(await read(person, saved.id)).toEqual({ ...saved, version: 3 })
    expect((await office(person)).latest).toMatchObject({ state: 'taken-back' })
    expect(await countStale(person.grant('case:read'))).toMatchObject({ cases: 1 })
  })

  it('changes nothing where its owner says no, and can be compared again', async () => {
    await older()
    const person = await makePerson()
    const saved = await log(person, '11111', '2025-10-06')
    await newer()
    const id = await compare(person)
    must(await decline(person.grant('case:write'), { id }))
    await run()
    expect(await read(person, saved.id)).toEqual(saved)
    expect(await agree(person.grant('case:write'), { id })).toMatchObject({ error: { code: 'CONFLICT' } })
    await compare(person)
    expect((await office(person)).latest).toMatchObject({ state: 'offered', cases: 1 })
  })

  it('leaves alone what was changed or deleted after the comparison', async () => {
    await older()
    const person = await makePerson()
    const [kept, changed, deleted] = [
      await log(person, '11111', '2025-10-06'),
      await log(person, '11111', '2025-10-07'),
      await log(person, '11111', '2025-10-08'),
    ]
    await newer()
    const id = await compare(person)
    const write = person.grant('case:write')
    must(
      await changeCase(write, {
        id: changed.id,
        version: 1,
        lines: [{ code: '22222', modifiers: [], units: 1, postoperativeDays: null, manual: null }],
      }),
    )
    must(await deleteCase(write, { id: deleted.id, version: 1 }))
    must(await agree(write, { id }))
    await run()
    expect(await read(person, kept.id)).toMatchObject({ totals: { creditedWorkRvu: '5.0000' } })
    expect(await read(person, changed.id)).toMatchObject({ totals: { creditedWorkRvu: '2.0000' }, version: 2 })
    expect((await office(person)).latest).toMatchObject({ state: 'done', cases: 1, applied: 1, skipped: 2 })
  })

  it('says that nothing would change where nothing would', async () => {
    await older()
    const person = await makePerson()
    await log(person, '22222', '2025-03-03')
    await compare(person)
    expect((await office(person)).latest).toMatchObject({ state: 'done', seen: 1, cases: 0 })
  })

  it('goes on where it stopped, and a second run of a finished job changes nothing', async () => {
    await older()
    const person = await makePerson()
    const saved = await log(person, '11111', '2025-10-06')
    await newer()
    const id = await compare(person)
    must(await agree(person.grant('case:write'), { id }))
    await run()
    const again = { repricing: id, owner: person.id, step: 'apply' }
    must(await runRepricing(again, async () => {}))
    expect(await read(person, saved.id)).toMatchObject({ version: 2 })
  })
})

describe('a policy with effect in the past', () => {
  it('is offered for the cases of its days, under its name and version', async () => {
    await older()
    const person = await makePerson()
    const [before, since] = [await log(person, '11111', '2025-02-03'), await log(person, '11111', '2025-03-03')]
    must(await createPolicy(person.grant('workplace:write'), contract(person, 'Main contract')))
    expect(await countStale(person.grant('case:read'))).toEqual({
      ...{ cases: 1, left: 0, releases: [] },
      policies: ['Main contract, version 1'],
    })
    const id = await compare(person)
    // The case has no 22: its number stays, its policy would not.
    expect((await office(person)).latest).toMatchObject({ state: 'offered', cases: 1, moved: 0 })
    must(await agree(person.grant('case:write'), { id }))
    await run()
    expect(await read(person, since.id)).toMatchObject({ policy: 'Main contract, version 1', version: 2 })
    expect(await read(person, before.id)).toEqual(before)
    expect((await countStale(person.grant('case:read'))).cases).toBe(0)
  })
})

describe('re-pricing of another person', () => {
  it('is not found, and reaches no case of theirs', async () => {
    await older()
    const [person, other] = [await makePerson(), await makePerson()]
    const theirs = await log(other, '11111', '2025-10-06')
    await log(person, '11111', '2025-10-06')
    await newer()
    const id = await compare(person)
    expect((await office(other)).latest).toBeNull()
    expect(await agree(other.grant('case:write'), { id })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    expect(await decline(other.grant('case:write'), { id })).toMatchObject({ error: { code: 'NOT_FOUND' } })
    must(await agree(person.grant('case:write'), { id }))
    await run()
    expect(await read(other, theirs.id)).toEqual(theirs)
  })

  it('is one at a time for one person', async () => {
    await older()
    const person = await makePerson()
    must(await startComparison(person.grant('case:write')))
    expect(await startComparison(person.grant('case:write'))).toMatchObject({ error: { code: 'CONFLICT' } })
    must(await startComparison((await makePerson()).grant('case:write')))
  })
})
