import { randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST as calculate } from '@/app/api/v1/calculate/route'
import { GET as getCases, POST as postCase } from '@/app/api/v1/cases/route'
import { GET as getReleases } from '@/app/api/v1/releases/route'
import { POST as parse } from '@/app/api/v1/parse/route'
import { ProblemAnswer } from '@/lib/features/openapi/schema'
import { env, provideEnv } from '@/lib/server/env'
import { SESSION_SECONDS, sessionCookie } from '@/lib/server/session'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { makePerson, type TestPerson } from '../../support/people'
import { call, installMadeUp, makeCaller, type Answer } from './call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25d.zip' })
})
afterAll(() => database.drop())

const GOOD = { dateOfService: '2025-11-03', lines: [{ code: '99213' }] }

function expectProblem(answer: Answer, status: number): void {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.body['status']).toBe(status)
  expect(ProblemAnswer.parse(answer.body)).toEqual(answer.body)
}

describe('a body', () => {
  it.each([
    ['that is larger than allowed', 'x'.repeat(20 * 1_048_576), 413, /4 MB/],
    ['that is not UTF-8', new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, /UTF-8/],
    ['that is not JSON', '{"lines": [', 400, /not JSON/],
    ['that is empty', '', 400, /empty/],
    ['that is a list', '[1]', 400, /JSON object/],
    ['that is null', 'null', 400, /JSON object/],
    ['nested without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, /JSON object/],
    ['with a field of every object', '{"__proto__": {"x": 1}, "lines": [{"code": "99213"}]}', 400, /__proto__/],
  ])('%s is refused', async (_what, body, status, detail) => {
    const answer = await call(calculate, { path: '/calculate', body })
    expectProblem(answer, status)
    expect(answer.body['detail']).toMatch(detail)
  })

  it('too large to announce is refused while it streams', async () => {
    const part = new Uint8Array(1_048_576)
    let sent = 0
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        if (sent > 50) controller.close()
        else controller.enqueue(part)
      },
    })
    const request = new Request('http://127.0.0.1:3000/api/v1/calculate', {
      ...{ method: 'POST', body, headers: { 'x-forwarded-for': randomUUID() } },
      ...{ duplex: 'half' },
    })
    const response = await calculate(request, { params: Promise.resolve({}) })
    expect(response.status).toBe(413)
    expect(sent).toBeLessThan(10)
  })

  it('with several faults names them all', async () => {
    const answer = await call(calculate, { body: { lines: [{ code: 1, units: 0, x: 1 }], y: 1 } })
    expectProblem(answer, 400)
    const paths = (answer.body['errors'] as { path: string }[]).map(({ path }) => path)
    expect(paths.sort()).toEqual(['lines.0.code', 'lines.0.units', 'lines.0.x', 'y'])
  })
})

describe('every answer', () => {
  it('carries an id of its own, and what is left of the minute', async () => {
    const answers = [
      await call(getReleases, { path: '/releases' }),
      await call(calculate, { body: GOOD }),
      await call(calculate, { body: {} }),
      await call(getCases, { path: '/cases' }),
      await call(getCases, { path: '/cases', key: 'rvu_nobody' }),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 401, 401])
    expect(new Set(answers.map(({ headers }) => headers.get('x-request-id'))).size).toBe(5)
    for (const { headers } of answers) {
      expect(headers.get('ratelimit-limit')).toBe('1200')
      expect(headers.get('ratelimit-remaining')).toBe('1199')
      expect(Number(headers.get('ratelimit-reset'))).toBeGreaterThan(0)
    }
  })

  it('to a public read may be kept, and is not sent again unchanged', async () => {
    const first = await call(getReleases, { path: '/releases' })
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[0-9a-f]{32}"$/)
    expect(first.headers.get('cache-control')).toBe('public, max-age=60, must-revalidate')
    const again = await call(getReleases, { path: '/releases', headers: { 'If-None-Match': `W/${tag}, "x"` } })
    expect(again).toMatchObject({ status: 304, body: {} })
    expect(again.headers.get('etag')).toBe(tag)
    const other = await call(getReleases, { path: '/releases', headers: { 'If-None-Match': '"x"' } })
    expect(other.status).toBe(200)
  })

  it('is refused with a field that is not known', async () => {
    const answer = await call(getReleases, { path: '/releases?year=2025' })
    expectProblem(answer, 400)
    expect(answer.body).toMatchObject({ errors: [{ path: 'year', code: 'unrecognized_key' }] })
  })
})

describe('too many requests', () => {
  const limited = async (count: number, headers: () => Record<string, string>): Promise<readonly Answer[]> => {
    const before = env().RATE_LIMIT_PER_MINUTE
    provideEnv({ RATE_LIMIT_PER_MINUTE: '3' })
    try {
      const answers: Answer[] = []
      for (let sent = 0; sent < count; sent += 1) {
        answers.push(await call(parse, { path: '/parse', body: { text: '99213' }, headers: headers() }))
      }
      return answers
    } finally {
      provideEnv({ RATE_LIMIT_PER_MINUTE: String(before) })
    }
  }

  it('are told when to come again', async () => {
    const address = randomUUID()
    const answers = await limited(4, () => ({ 'x-forwarded-for': address }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
    expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual(['2', '1', '0', '0'])
    const [, , , last] = answers
    if (!last) throw new Error('no answer')
    expectProblem(last, 429)
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Number(last.headers.get('retry-after'))).toBeLessThanOrEqual(60)
  })

  it('with keys that nobody has are counted by their address', async () => {
    const address = randomUUID()
    const answers = await limited(4, () => ({ 'x-forwarded-for': address, authorization: `Bearer ${randomUUID()}` }))
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429])
  })

  it('of another address are not counted with them', async () => {
    const answers = await limited(4, () => ({ 'x-forwarded-for': randomUUID() }))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  })
})

describe('who calls', () => {
  it('is told what is missing', async () => {
    expectProblem(await call(getCases, { path: '/cases' }), 401)
    expectProblem(await call(getCases, { path: '/cases', key: 'rvu_nobody' }), 401)
    expectProblem(await call(getCases, { path: '/cases', headers: { authorization: 'Basic abc' } }), 401)
    const reader = await makeCaller(['cases:read'])
    expect((await call(getCases, { path: '/cases', key: reader.key })).status).toBe(200)
    const refused = await call(postCase, { path: '/cases', body: GOOD, key: reader.key })
    expectProblem(refused, 403)
    expect(refused.body['detail']).toMatch(/cases:write/)
  })

  const cookieOf = async (person: TestPerson, wanted = 1): Promise<string> => {
    const token = { sub: person.id, version: wanted }
    const value = await encode({ token, secret: env().NEXTAUTH_SECRET, maxAge: SESSION_SECONDS })
    return `theme=dark; ${sessionCookie()}=${value}`
  }

  it('by the session of a browser reads, and writes from our own pages alone', async () => {
    const person = await makePerson()
    const cookie = await cookieOf(person)
    const write = (headers: Record<string, string>) => call(postCase, { body: GOOD, headers: { cookie, ...headers } })
    expect((await call(getCases, { headers: { cookie } })).status).toBe(200)
    const ours = { origin: 'http://127.0.0.1:3000', host: '127.0.0.1:3000' }
    expect((await write(ours)).status).toBe(201)
    expect((await write({ ...ours, origin: 'https://elsewhere.example' })).status).toBe(401)
    expect((await write({ host: ours.host })).status).toBe(401)
  })

  it('by a session that ended or was forged is nobody', async () => {
    const cookie = await cookieOf(await makePerson(), 7)
    expect((await call(getCases, { headers: { cookie } })).status).toBe(401)
    expect((await call(getCases, { headers: { cookie: `${sessionCookie()}=forged` } })).status).toBe(401)
  })
})
