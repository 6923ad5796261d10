import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CaseAnswer } from '@/lib/features/openapi/schema'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { installMadeUp, makeCaller, type Caller } from './call'
import { CASE, casesOf, version } from './case-calls'

let database: FreshDatabase
let me: ReturnType<typeof casesOf>
let caller: Caller
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25d.zip' })
})
beforeEach(async () => {
  caller = await makeCaller()
  me = casesOf(caller)
})
afterAll(() => database.drop())

const written = () => me.written(database.ownerUrl)

describe('a case', () => {
  it('is logged with what the profile says, valued, read and listed', async () => {
    const item = await me.logged({ ...CASE, placeOfService: '11', lines: [{ code: '99213', units: 2 }] })
    expect(CaseAnswer.parse(item)).toEqual(item)
    expect(item).toMatchObject({
      ...{ dateOfService: '2025-11-03', role: 'attending', workplaceId: caller.person.workplaceId, payer: 'other' },
      ...{ label: '', minutes: null, version: 1, warnings: [] },
      // 1.30 x 2; national: 88.95 of one unit, twice
      lines: [{ code: '99213', units: 2, release: 'RVU25D', creditedWorkRvu: '2.6000', allowed: '177.90' }],
      totals: { allowed: '177.90', workRvu: '2.60', creditedWorkRvu: '2.6000', trainingWorkRvu: '0.0000' },
    })
    expect((await me.read(item.id)).body).toEqual(item)
    expect(await me.list()).toEqual({ items: [item], nextCursor: null })
  })

  it('that was saved before lines had a limiting charge and anesthesia units is read with neither', async () => {
    const item = await me.logged({ ...CASE, lines: [{ code: '99213' }] })
    await asOwner(
      database.ownerUrl,
      `update case_lines set calculated = calculated - 'limitingCharge' - 'anesthesia' where case_id = '${String(item.id)}'`,
    )
    expect((await me.read(item.id)).body).toEqual(item)
  })

  it.each([
    [{ dateOfService: '2999-01-01' }, 'dateOfService', /not come yet/],
    [{ dateOfService: '2025-02-30' }, 'dateOfService', /YYYY-MM-DD/],
    [{ lines: [] }, 'lines', /at least one/],
    [{ lines: [{ code: '99213', units: 0 }] }, 'lines.0.units', /1 to 999/],
    [{ lines: [{ code: '99213', units: 1000 }] }, 'lines.0.units', /1 to 999/],
    [{ lines: [{ code: '99213' }, { code: '99999' }] }, 'lines.1.code', /99999/],
    [{ lines: [{ code: '99213', modifiers: ['26'] }] }, 'lines.0.modifiers', /26/],
    [{ lines: [{ code: '47562', modifiers: ['54', '55'] }] }, 'lines.0.modifiers', /54/],
    [{ role: 'surgeon' }, 'role', /attending/],
    [{ workplaceId: randomUUID() }, 'workplaceId', /not one of yours/],
    [{ id: 'mine' }, 'id', /UUID/],
    [{ label: 'a\u0000b' }, 'label', /cannot be printed/],
    [{ label: 'MRN 12345678' }, 'label', /\w/],
    [{ version: 1 }, 'version', /Leave it out/],
    [{ totals: {} }, 'totals', /Leave it out/],
  ])('with %j is refused, says how to mend it, and nothing is written', async (wrong, path, message) => {
    const answer = await me.post({ ...CASE, ...wrong })
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path, message: expect.stringMatching(message) }] } })
    expect(await written()).toEqual({ cases: 0, lines: 0 })
  })

  it('before the first release is 422, and nothing is written', async () => {
    expect(await me.post({ ...CASE, dateOfService: '2019-12-31' })).toMatchObject({
      status: 422,
      body: { type: 'urn:rvu-edge:problem:no-release-for-date' },
    })
    expect(await written()).toEqual({ cases: 0, lines: 0 })
  })

  it('of another person is not found, in any way', async () => {
    const { id } = await me.logged()
    const other = casesOf(await makeCaller())
    expect((await other.read(id)).status).toBe(404)
    expect((await other.remove(id, version(1))).status).toBe(404)
    expect((await other.change(id, { label: 'x' }, version(1))).status).toBe(404)
    expect((await other.removeAll([id])).status).toBe(404)
    // Ids are a person's own: the same one is free to another.
    expect((await other.post({ ...CASE, id })).status).toBe(201)
    expect((await me.read(id)).body).toMatchObject({ id, version: 1 })
  })
})

describe('a change', () => {
  it('needs the version that was read, and makes the next', async () => {
    const { id } = await me.logged()
    expect(await me.change(id, { label: 'x' })).toMatchObject({ status: 412, body: { status: 412 } })
    expect((await me.change(id, { label: 'x' }, version('abc'))).status).toBe(412)
    const changed = await me.change(id, { lines: [{ code: '47562' }], placeOfService: '21' }, version(1))
    expect(changed).toMatchObject({ status: 200, body: { version: 2, totals: { creditedWorkRvu: '10.4700' } } })
    expect((await me.change(id, { label: 'y' }, version(1))).status).toBe(412)
    expect((await me.read(id)).body).toMatchObject({ label: '', version: 2 })
  })

  it('by two at once is made once', async () => {
    const { id } = await me.logged()
    const answers = await Promise.all(['a', 'b'].map((label) => me.change(id, { label }, version(1))))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  })

  it('may not name another case than its address', async () => {
    const { id } = await me.logged()
    const other = await me.logged()
    expect(await me.change(id, { id: other.id, label: 'x' }, version(1))).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'id' }] },
    })
    expect((await me.change(id, { id, label: 'x' }, version(1))).status).toBe(200)
  })
})

describe('a deletion', () => {
  it('needs the version, hides the case, and can be taken back', async () => {
    const { id } = await me.logged()
    expect((await me.remove(id)).status).toBe(412)
    expect((await me.remove(id, version(7))).status).toBe(412)
    expect((await me.remove(id, version(1))).status).toBe(204)
    expect((await me.read(id)).status).toBe(404)
    expect((await me.list()).items).toEqual([])
    expect(await me.post({ ...CASE, id })).toMatchObject({
      status: 409,
      body: { detail: expect.stringMatching(/Restore/) },
    })
    expect((await me.restore([id])).status).toBe(200)
    expect((await me.read(id)).status).toBe(200)
  })

  it('sent again with its Idempotency-Key answers the same', async () => {
    const { id } = await me.logged()
    const headers = { ...version(1), 'Idempotency-Key': 'gone' }
    expect((await me.remove(id, headers)).status).toBe(204)
    expect((await me.remove(id, headers)).status).toBe(204)
    // The key is of that deletion: another write under it does not answer with its result.
    expect((await me.restore([id], { 'Idempotency-Key': 'gone' })).status).toBe(409)
  })
})
