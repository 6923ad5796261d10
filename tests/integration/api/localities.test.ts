import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { GET } from '@/app/api/v1/localities/route'
import { LocalitiesAnswer } from '@/lib/features/reference/schema'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { call, installMadeUp } from './call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25d.zip' })
})
afterAll(() => database.drop())

const ask = (query: string) => call(GET, { path: `/localities${query}` })
async function found(query: string): Promise<string[]> {
  const { status, body } = await ask(query)
  expect(status).toBe(200)
  expect(LocalitiesAnswer.parse(body)).toEqual(body)
  return LocalitiesAnswer.parse(body).items.map(({ carrier, locality }) => `${carrier}-${locality}`)
}

describe('GET /api/v1/localities', () => {
  // The file of CMS of October 2025: Birmingham, the Upper East Side, Anchorage. No place has 00000.
  it.each([
    ['?zip=35203', ['10112-00']],
    ['?zip=10021', ['13202-01']],
    ['?zip=99502', ['02102-01']],
    ['?zip=99502&release=RVU25D', ['02102-01']],
    ['?zip=00000', []],
    ['?q=10021', ['13202-01']],
    ['?q=%2099502%20', ['02102-01']],
    // 10112 is the carrier of Alabama and a ZIP code of Manhattan.
    ['?q=10112', ['10112-00', '13202-01']],
    ['?q=10112%2000', ['10112-00']],
    ['?zip=10112', ['13202-01']],
    ['?zip=10021&state=NY', ['13202-01']],
    ['?zip=10021&state=AL', []],
    ['?zip=10021&q=alabama', []],
    ['?state=wy', ['03602-21']],
    ['?state=ZZ', []],
    // San Francisco: this release has no locality of California at all.
    ['?zip=94110', []],
  ])('%s: %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })

  it.each([
    ['?zip=1002', 'zip', /five digits: 10021/],
    ['?zip=10021-1234', 'zip', /five digits/],
    ['?zip=', 'zip', /five digits/],
    ['?state=New%20York', 'state', /two letters: NY/],
  ])('%s is refused, saying what to send', async (query, path, message) => {
    const { status, body } = await ask(query)
    expect(status).toBe(400)
    expect(body['errors']).toEqual([expect.objectContaining({ path, message: expect.stringMatching(message) })])
  })
})
