import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CaseItem } from '@/lib/features/cases/schema'
import { CasesAnswer } from '@/lib/features/openapi/schema'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { installMadeUp, makeCaller } from './call'
import { CASE, casesOf } from './case-calls'

let database: FreshDatabase
let me: ReturnType<typeof casesOf>
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25d.zip' })
})
beforeEach(async () => {
  me = casesOf(await makeCaller())
})
afterAll(() => database.drop())

const written = () => me.written(database.ownerUrl)

describe('an Idempotency-Key', () => {
  it('gives the first result for the same body and 409 for another', async () => {
    const headers = { 'Idempotency-Key': 'k1' }
    const first = await me.post(CASE, headers)
    const second = await me.post(CASE, headers)
    expect([first.status, second.status]).toEqual([201, 201])
    expect(second.body).toEqual(first.body)
    expect((await me.post({ ...CASE, label: 'other' }, headers)).status).toBe(409)
    expect(await written()).toEqual({ cases: 1, lines: 1 })
  })

  it('keeps nothing of a write that was refused', async () => {
    const headers = { 'Idempotency-Key': 'k2' }
    expect((await me.post({ ...CASE, dateOfService: '2999-01-01' }, headers)).status).toBe(400)
    expect((await me.post(CASE, headers)).status).toBe(201)
  })

  it('is a person’s own', async () => {
    const headers = { 'Idempotency-Key': 'k3' }
    const first = await me.post(CASE, headers)
    const other = casesOf(await makeCaller())
    const second = await other.post({ ...CASE, label: 'other' }, headers)
    expect(second.status).toBe(201)
    expect(second.body['id']).not.toBe(first.body['id'])
  })

  it('sent by many at once writes once', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => me.post(CASE, { 'Idempotency-Key': 'k4' })))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1)
    expect(await written()).toEqual({ cases: 1, lines: 1 })
  })
})

describe('an id', () => {
  it('sent again changes nothing', async () => {
    const id = randomUUID()
    const first = await me.logged({ ...CASE, id })
    const again = await me.post({ ...CASE, id, label: 'changed' })
    expect(again).toMatchObject({ status: 201, body: first })
    expect(await written()).toEqual({ cases: 1, lines: 1 })
  })

  it('in upper case is the same', async () => {
    const id = randomUUID()
    const first = await me.logged({ ...CASE, id: id.toUpperCase() })
    expect(first).toMatchObject({ id, lines: [{ code: '99213' }] })
    expect((await me.post({ ...CASE, id })).body).toEqual(first)
  })

  it('sent by many at once writes once', async () => {
    const id = randomUUID()
    const answers = await Promise.all(Array.from({ length: 6 }, () => me.post({ ...CASE, id })))
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['id'])}`))).toEqual(
      new Set([`201 ${id}`]),
    )
    expect(await written()).toEqual({ cases: 1, lines: 1 })
  })
})

describe('a batch', () => {
  const many = (count: number) => Array.from({ length: count }, () => ({ ...CASE, id: randomUUID() }))

  it('of 500 is logged, in the order sent, and changes nothing when it comes again', async () => {
    const cases = many(500)
    const first = await me.batch(cases)
    expect(first.status).toBe(200)
    expect(CasesAnswer.parse(first.body)).toEqual(first.body)
    expect((first.body['items'] as CaseItem[]).map(({ id }) => id)).toEqual(cases.map(({ id }) => id))
    const again = await me.batch(cases.map((each) => ({ ...each, label: 'changed' })))
    expect(again.body).toEqual(first.body)
    expect(await written()).toEqual({ cases: 500, lines: 500 })
  })

  it.each([
    ['of 501', many(501), 'cases', /500/],
    ['of none', [], 'cases', /at least one/],
    ['without ids', [CASE], 'cases.0.id', /UUID/],
    [
      'with an unknown code',
      [...many(2), { ...CASE, id: randomUUID(), lines: [{ code: '99999' }] }],
      'cases.2.lines.0.code',
      /99999/,
    ],
  ])('%s is refused whole', async (_what, cases, path, message) => {
    expect(await me.batch(cases)).toMatchObject({
      status: 400,
      body: { errors: [{ path, message: expect.stringMatching(message) }] },
    })
    expect(await written()).toEqual({ cases: 0, lines: 0 })
  })

  it('with an id twice is refused', async () => {
    const [first] = many(1)
    expect(await me.batch([first, first])).toMatchObject({ status: 400, body: { errors: [{ path: 'cases.1.id' }] } })
    expect(await written()).toEqual({ cases: 0, lines: 0 })
  })

  it('from two sides at once, in opposite orders, is logged once', async () => {
    const cases = many(40)
    const answers = await Promise.all([me.batch(cases), me.batch([...cases].reverse()), me.batch(cases)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await written()).toEqual({ cases: 40, lines: 40 })
  })
})

describe('a list', () => {
  it('goes page by page through all, each once, the newest day first', async () => {
    const days = ['2025-11-01', '2025-11-02', '2025-11-02', '2025-11-02', '2025-11-03']
    await me.batch(days.map((dateOfService) => ({ ...CASE, dateOfService, id: randomUUID() })))
    const seen: CaseItem[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const page = await me.list(`?limit=2${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
      expect(page.items.length).toBeLessThanOrEqual(2)
      seen.push(...page.items)
      cursor = page.nextCursor
    }
    expect(seen.map(({ dateOfService }) => dateOfService)).toEqual([...days].reverse())
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5)
    expect((await me.list('?from=2025-11-02&to=2025-11-02')).items).toHaveLength(3)
    expect((await me.list('?code=47562')).items).toEqual([])
  })

  it('has 20 on a page unless told', async () => {
    await me.batch(Array.from({ length: 21 }, () => ({ ...CASE, id: randomUUID() })))
    const page = await me.list()
    expect(page.items).toHaveLength(20)
    expect(page.nextCursor).not.toBeNull()
  })

  const forged = (text: string) => Buffer.from(text).toString('base64url')
  it.each([
    ['limit=0', 'limit'],
    ['limit=101', 'limit'],
    ['limit=ten', 'limit'],
    ['cursor=abc', 'cursor'],
    [`cursor=${forged(`2025-13-45 2025-11-03T00:00:00.000Z ${randomUUID()}`)}`, 'cursor'],
    [`cursor=${forged(`2025-11-03 2025-11-03T00:00:00.000Z ${'-'.repeat(36)}`)}`, 'cursor'],
    [`cursor=${forged(`2025-11-03 9:99 ${randomUUID()}`)}`, 'cursor'],
    ['from=yesterday', 'from'],
    ['page=2', 'page'],
  ])('refuses ?%s', async (query, path) => {
    expect(await me.query(`?${query}`)).toMatchObject({
      status: 400,
      body: { errors: [{ path }] },
    })
  })
})
