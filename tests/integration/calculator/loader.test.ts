import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/calculate/route'
import { calculatorQuery } from '@/lib/domain/calculator/address'
import { firstRequest } from '@/lib/domain/calculator/request'
import { loadCalculator } from '@/lib/features/calculator/loaders'
import type { Answered } from '@/lib/features/calculator/schema'
import { installRelease } from '@/lib/features/releases/service'
import { systemGrant } from '@/lib/server/session'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { officialReleases } from '../../support/official-files'
import { must } from '../../support/people'
import { call, installMadeUp, ROWS } from '../api/call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  const earlier = ROWS.map((row) => (row.code === '47562' ? { ...row, work: '11.00' } : row))
  await installMadeUp(
    { name: 'rvu24a.zip', year: '2024', month: 'January', factor: '32.7442', rows: earlier },
    { name: 'rvu25d.zip' },
  )
})
afterAll(() => database.drop())

const load = (query: string) => loadCalculator(Object.fromEntries(new URLSearchParams(query)))

function answerOf(answered: Answered | null) {
  if (!answered?.ok) throw new Error(answered?.message ?? 'nothing was asked')
  return answered.answer
}

describe('a shared address', () => {
  it('is answered with what the interface answers to the same question', async () => {
    const page = await load('case=44140@22,47562,99213-25&date=2025-11-03&at=10112-00&policy=cms_adjusted')
    expect(page.problems).toEqual([])
    const answer = answerOf(page.first)
    const { body } = await call(POST, { path: '/calculate', body: firstRequest(page.state) })
    expect(body).toEqual(answer)
    // 22.59 in full, the second procedure half: 10.47 x 0.5 = 5.235; the visit 1.30: 29.125.
    expect(answer.totals.creditedWorkRvu).toBe('29.1250')
    expect(answer.lines.map(({ creditedWorkRvu }) => creditedWorkRvu)).toEqual(['22.5900', '5.2350', '1.3000'])
    expect(calculatorQuery(page.state)).toBe('?case=44140@22,47562,99213-25&date=2025-11-03&at=10112-00')
  })

  it('under another policy credits otherwise and is paid the same', async () => {
    const usual = answerOf((await load('case=44140@22,47562&date=2025-11-03')).first)
    const partial = answerOf((await load('case=44140@22,47562&date=2025-11-03&policy=partial')).first)
    // 22.59 + 10.47, both in full.
    expect(partial.totals.creditedWorkRvu).toBe('33.0600')
    expect(partial.totals.allowed).toBe(usual.totals.allowed)
  })

  it('sets another release or another case beside it', async () => {
    const releases = await load('case=47562@22&release=RVU25D&and=RVU24A')
    expect(answerOf(releases.first).totals.creditedWorkRvu).toBe('10.4700')
    expect(answerOf(releases.second).totals.creditedWorkRvu).toBe('11.0000')
    const cases = await load('case=47562@22&and=44140@22&release=RVU25D')
    expect(answerOf(cases.second).lines.map(({ code }) => code)).toEqual(['44140'])
    expect(Object.keys(cases.facts).sort()).toEqual(['44140', '47562'])
  })

  it('knows what each code allows, the releases newest first, and the localities', async () => {
    const page = await load('case=47562@22,99999')
    const { facts } = page
    expect(facts['47562']?.usualPlace).toBe('22')
    const codes = facts['47562']?.modifiers.map(({ code }) => code)
    expect(codes).toContain('54')
    // No visit, and no row of parts.
    expect(codes).not.toContain('25')
    expect(codes).not.toContain('26')
    expect(facts['99999']).toBeUndefined()
    expect(page.releases.map(({ id }) => id)).toEqual(['RVU25D', 'RVU24A'])
    expect(page.localities.some(({ state }) => state === 'AL')).toBe(true)
  })

  it('asks nothing where there are no lines, and tells what it left out', async () => {
    const page = await load('case=4756&date=someday')
    expect(page).toMatchObject({ first: null, second: null, state: { lines: [], date: null } })
    expect(page.problems).toHaveLength(2)
  })

  it.each([
    ['case=47562&date=1999-01-01', /No installed release was in force on 1999-01-01/],
    ['case=47562&release=RVU26C', /RVU26C is not installed/],
    ['case=47562&at=99999-99&date=2025-11-03', /no locality 99 of carrier 99999/],
  ])('%s is refused in a sentence', async (query, words) => {
    const { first } = await load(query)
    expect(first).toEqual({ ok: false, message: expect.stringMatching(words) as string })
  })
})

const zip = officialReleases().find((path) => basename(path) === 'rvu25d.zip') ?? null

describe.skipIf(zip === null)('a shared address, with the official release rvu25d.zip', () => {
  let official: FreshDatabase
  beforeAll(async () => {
    official = await freshDatabase()
    must(await installRelease(systemGrant('schedule:import'), zip ?? ''))
  })
  afterAll(() => official.drop())

  it('prices and credits a colectomy with a splenectomy', async () => {
    const address = 'case=44140@22,38100&date=2025-11-03&at=10112-00'
    // Alabama: 1,180.65 in full and 1,012.22 x 0.5 = 506.11; 22.59 + 19.55 x 0.5 = 32.3650, in full 42.14 (worked example of the multiple-procedure rule).
    expect(answerOf((await load(address)).first).totals).toMatchObject({
      allowed: '1686.76',
      workRvu: '42.14',
      creditedWorkRvu: '32.3650',
    })
    const partial = answerOf((await load(`${address}&policy=partial`)).first)
    expect(partial.totals).toMatchObject({ allowed: '1686.76', workRvu: '42.14', creditedWorkRvu: '42.1400' })
  })
})
