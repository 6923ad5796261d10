import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as nowhere from '@/app/api/v1/[[...path]]/route'
import * as calculate from '@/app/api/v1/calculate/route'
import * as oneCase from '@/app/api/v1/cases/[id]/route'
import * as releases from '@/app/api/v1/releases/route'
import { ProblemAnswer } from '@/lib/features/openapi/schema'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { call, type Answer } from './call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

function expectProblem({ status, headers, body }: Answer, wanted: number): void {
  expect([status, body['status']]).toEqual([wanted, wanted])
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/)
  expect(headers.get('ratelimit-remaining')).toBe('1199')
  expect(ProblemAnswer.parse(body)).toEqual(body)
}

describe('a method that an address does not have', () => {
  it.each([
    ['GET', calculate.GET, 'POST, OPTIONS', 'This address takes POST, not GET.'],
    ['DELETE', releases.DELETE, 'GET, HEAD, OPTIONS', 'This address takes GET, not DELETE.'],
    ['PUT', oneCase.PUT, 'GET, HEAD, PATCH, DELETE, OPTIONS', 'This address takes GET, PATCH and DELETE, not PUT.'],
  ])('%s is told which it has', async (method, handler, allow, detail) => {
    const answer = await call(handler, { method })
    expectProblem(answer, 405)
    expect(answer.headers.get('allow')).toBe(allow)
    expect(answer.body).toMatchObject({ detail, errors: [{ code: 'METHOD_NOT_ALLOWED' }] })
  })

  it('can be asked for beforehand', async () => {
    const answer = await call(calculate.OPTIONS, { method: 'OPTIONS' })
    expect([answer.status, answer.headers.get('allow'), answer.body]).toEqual([204, 'POST, OPTIONS', {}])
  })
})

describe('an address that there is not', () => {
  it.each(Object.entries(nowhere))('answers %s that, whatever is sent', async (method, handler) => {
    const body = ['GET', 'OPTIONS'].includes(method) ? undefined : 'not JSON'
    const answer = await call(handler, { method, path: '/rates', params: { path: 'rates' }, body })
    expectProblem(answer, 404)
    expect(answer.body['detail']).toMatch(/openapi\.json/)
  })
})
