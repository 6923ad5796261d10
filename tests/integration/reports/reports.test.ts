import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST as calculate } from '@/app/api/v1/calculate/route'
import { POST } from '@/app/api/v1/reports/route'
import { decide } from '@/lib/domain/access/grant'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import { ProblemAnswer, ReportSent } from '@/lib/features/openapi/schema'
import { answerReport, listReports, removeOldReports } from '@/lib/features/reports/service'
import { ask, askPublic, reading, sql } from '@/lib/server/db'
import { ANONYMOUS, systemGrant } from '@/lib/server/session'
import { call, installMadeUp, makeCaller } from '../api/call'
import { asOwner, freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, must, type TestPerson } from '../../support/people'

let database: FreshDatabase
let admin: TestPerson
let answer: CalculatedCase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25d.zip' })
  admin = await makePerson({ platformAdmin: true })
  const body = { release: 'RVU25D', lines: [{ code: '47562', modifiers: ['22'], placeOfService: '22' }] }
  answer = (await call(calculate, { path: '/calculate', body })).body as unknown as CalculatedCase
})
afterAll(() => database.drop())

const GOOD = {
  context: 'calculator',
  address: '/calculator?case=47562-22@22&release=RVU25D',
  message: 'The work RVU of 47562 should be 10.21 after July.',
} as const
const send = (more: object = {}, headers: Record<string, string> = {}) =>
  call(POST, { path: '/reports', body: { ...GOOD, answer, ...more }, headers })
const listed = async () => (await listReports(admin.grant('platform:admin'), null)).items

describe('POST /api/v1/reports', () => {
  it('keeps what a stranger saw, for who runs the platform', async () => {
    const sent = await send({ email: ' Reader@Example.org ' })
    expect(sent.status).toBe(201)
    expect(ReportSent.parse(sent.body)).toEqual(sent.body)
    const [first] = await listed()
    expect(first).toEqual({
      ...GOOD,
      id: sent.body['id'],
      createdAt: expect.any(String) as string,
      email: 'reader@example.org',
      release: 'RVU25D',
      policy: 'cms_adjusted',
      seen: { lines: ['47562-22'], release: 'RVU25D', creditedWorkRvu: '10.4700', allowed: answer.totals.allowed },
      beside: null,
      answeredAt: null,
    })
  })

  it('keeps what stood beside it, whole', async () => {
    const second = { ...answer, release: null, totals: { ...answer.totals, creditedWorkRvu: '10.2100' } }
    const { status, body } = await send({ beside: second })
    expect(status).toBe(201)
    const id = String(body['id'])
    const kept = await reading(admin.grant('platform:admin'), (tx) =>
      ask<{ beside: unknown }>(tx, sql`select beside from reports where id = ${id}::uuid`),
    )
    expect(kept).toEqual([{ beside: second }])
    expect((await listed()).find((each) => each.id === id)).toMatchObject({
      seen: { release: 'RVU25D', creditedWorkRvu: '10.4700' },
      beside: { lines: ['47562-22'], release: null, creditedWorkRvu: '10.2100' },
    })
  })

  it('takes the address of two full cases', async () => {
    // Thirty lines with all that a line can say, 119 characters and a comma each, twice.
    const modifiers = '-11-12-13-14-15-16-17-18'
    const line = `99999${modifiers}*999@22~2026-08-03~6000min~90days~induction~work99999.99~allowed9999999.99~like47562~other`
    const lines = Array.from({ length: 30 }, () => line).join(',')
    const address = `/calculator?case=${lines}&date=2026-08-03&and=${lines}`
    expect(line).toHaveLength(119)
    expect((await send({ address })).status).toBe(201)
  })

  it('keeps the whole answer, and nothing that an answer does not have', async () => {
    const { body } = await send({ answer: { ...answer, patient: 'no' } })
    const id = String(body['id'])
    const [kept] = await reading(admin.grant('platform:admin'), (tx) =>
      ask<{ answer: unknown }>(tx, sql`select answer from reports where id = ${id}::uuid`),
    )
    expect(kept?.answer).toEqual(answer)
  })

  it.each([
    ['a record number', { message: 'Patient with MRN 1234567 was credited wrong.' }, 'message', /record number/],
    ['a name', { message: 'The case of Mr. Smithson was credited wrong.' }, 'message', /name/],
    ['no sentence', { message: 'wrong' }, 'message', /sentence/],
    ['no mail address', { email: 'somebody' }, 'email', /mail address/],
    ['another site', { address: '//elsewhere.example/calculator' }, 'address', /path and query/],
    ['a script', { address: '/calculator?case=<script>' }, 'address', /path and query/],
    ['a page that is not known', { context: 'elsewhere' }, 'context', /calculator, case, code/],
    ['no answer', { answer: { lines: [] } }, 'answer.release', /./],
    ['no second answer', { beside: { lines: [] } }, 'beside.release', /./],
    ['a field of its own', { admin: true }, 'admin', /no field/],
  ])('refuses %s and keeps nothing', async (_what, more, path, words) => {
    const before = (await listed()).length
    const refused = await send(more)
    expect(refused.status).toBe(400)
    expect(ProblemAnswer.parse(refused.body).errors[0]).toMatchObject({
      path,
      message: expect.stringMatching(words) as string,
    })
    expect(await listed()).toHaveLength(before)
  })

  it('takes ten an hour from one address', async () => {
    const headers = { 'x-forwarded-for': `test-${randomUUID()}` }
    for (let turn = 0; turn < 10; turn++) expect((await send({}, headers)).status).toBe(201)
    const refused = await send({}, headers)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await send()).status).toBe(201)
  })
})

describe('reports', () => {
  it('come a page at a time, the newest first, each once', async () => {
    while ((await listed()).length < 20) await send()
    await send({ message: 'The last of all these reports.' })
    const grant = admin.grant('platform:admin')
    const first = await listReports(grant, null)
    expect(first.items[0]?.message).toBe('The last of all these reports.')
    expect(first.items).toHaveLength(20)
    const second = await listReports(grant, first.nextCursor)
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(second.items.length).toBeGreaterThan(0)
  })

  it('are answered, and opened again', async () => {
    const { body } = await send()
    const id = String(body['id'])
    const grant = admin.grant('platform:admin')
    const stateOf = async () => (await listed()).find((each) => each.id === id)?.answeredAt
    must(await answerReport(grant, { id, answered: true }))
    expect(await stateOf()).not.toBeNull()
    must(await answerReport(grant, { id, answered: false }))
    expect(await stateOf()).toBeNull()
    const missing = await answerReport(grant, { id: randomUUID(), answered: true })
    expect(missing).toMatchObject({ error: { code: 'NOT_FOUND' } })
  })

  it('are for nobody else: not a member, not a key, not a stranger', async () => {
    const member = await makePerson()
    const { person } = await makeCaller()
    const key = { kind: 'key', owner: person.id, scopes: ['cases:read', 'cases:write'] } as const
    expect(decide(member.actor, 'platform:admin')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    expect(decide(key, 'platform:admin')).toMatchObject({ error: { code: 'NOT_ALLOWED' } })
    expect(decide(ANONYMOUS, 'platform:admin')).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } })
  })

  it('are not there for a member even where a permission was forgotten', async () => {
    await send()
    const member = await makePerson()
    const count = sql`select count(*)::int as count from reports`
    const seen = await reading(member.grant('case:read'), (tx) => ask<{ count: number }>(tx, count))
    expect(seen).toEqual([{ count: 0 }])
    expect(await askPublic<{ count: number }>(count)).toEqual([{ count: 0 }])
    const change = sql`update reports set answered_at = now() returning id`
    expect(await reading(member.grant('case:read'), (tx) => ask(tx, change))).toEqual([])
  })

  it('cannot be read by the door that writes them, nor rewritten by who reads them', async () => {
    const door = systemGrant('report:send')
    await expect(reading(door, (tx) => ask(tx, sql`select id from reports`))).rejects.toThrow(/permission denied/)
    const rewrite = sql`update reports set message = 'Something else entirely' returning id`
    await expect(reading(admin.grant('platform:admin'), (tx) => ask(tx, rewrite))).rejects.toThrow(/permission denied/)
  })
})

describe('reports of more than a year ago', () => {
  it('are removed, answered or not, and the audit says how many; younger ones stay', async () => {
    const sent: string[] = []
    for (const days of [400, 366, 364, 0]) {
      const id = String((await send({ email: 'reader@example.org' })).body['id'])
      await asOwner(
        database.ownerUrl,
        `update reports set created_at = now() - interval '${days} days' where id = '${id}'`,
      )
      sent.push(id)
    }
    must(await answerReport(admin.grant('platform:admin'), { id: sent[1] ?? '', answered: true }))
    await removeOldReports()
    await removeOldReports()
    const left = await asOwner<{ id: string }>(database.ownerUrl, 'select id from reports')
    expect(
      left
        .map(({ id }) => id)
        .filter((id) => sent.includes(id))
        .sort(),
    ).toEqual(sent.slice(2).sort())
    const audit = `select actor, detail from audit where action = 'report.removed'`
    expect(await asOwner(database.ownerUrl, audit)).toEqual([{ actor: 'system:job', detail: { count: 2 } }])
  })

  it('are all that the job sees of them: neither words nor address', async () => {
    const grant = systemGrant('job:run')
    await expect(reading(grant, (tx) => ask(tx, sql`select message from reports`))).rejects.toThrow(/permission denied/)
  })
})
