import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/calculate/route'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import { CalculatedCaseAnswer } from '@/lib/features/openapi/schema'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { call, installMadeUp, ROWS } from './call'

const ALABAMA = { carrier: '10112', locality: '00' }

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  // RVU24AR took effect on 2024-03-09 (domain A5), here with 47562 at 11.00.
  const corrected = ROWS.map((row) => (row.code === '47562' ? { ...row, work: '11.00' } : row))
  await installMadeUp(
    { name: 'rvu24a.zip', year: '2024', month: 'January', factor: '32.7442' },
    { name: 'rvu24ar.zip', year: '2024', month: 'January', factor: '33.2875', rows: corrected },
    { name: 'rvu25d.zip' },
  )
})
afterAll(() => database.drop())

const ask = (body: unknown) => call(POST, { path: '/calculate', body })

async function calculated(body: Record<string, unknown>): Promise<CalculatedCase> {
  const answer = await ask({ dateOfService: '2025-11-03', locality: ALABAMA, ...body })
  expect(answer.status).toBe(200)
  // Nothing that is not described.
  expect(CalculatedCaseAnswer.parse(answer.body)).toEqual(answer.body)
  return answer.body as unknown as CalculatedCase
}

async function lineOf(line: Record<string, unknown>, more: Record<string, unknown> = {}): Promise<CalculatedLine> {
  const { lines } = await calculated({ ...more, lines: [line] })
  const [first] = lines
  if (!first) throw new Error('no line')
  return first
}

describe('POST /api/v1/calculate', () => {
  it('answers the example of the contract', async () => {
    const answer = await calculated({
      release: 'RVU25D',
      qualifyingApm: false,
      practitioner: 'physician',
      role: 'attending',
      policy: 'cms_adjusted',
      lines: [
        {
          ...{ id: '1', code: '47562', modifiers: [], units: 1, placeOfService: '21', dateOfService: '2025-11-03' },
          ...{ minutes: null, postoperativeDays: null, provider: 'self' },
        },
      ],
    })
    // 10.47 x 1.000 + 6.97 x 0.869 + 2.62 x 0.575 = 18.03343; x 32.3465 = 583.318...
    expect(answer).toMatchObject({
      ...{ release: 'RVU25D', conversionFactor: '32.3465', policy: 'cms_adjusted', warnings: [] },
      lines: [
        {
          ...{ id: '1', code: '47562', modifiers: [], units: 1, row: { code: '47562', modifier: null } },
          ...{ valid: true, payable: true, setting: 'facility', status: 'A' },
          ...{ release: 'RVU25D', conversionFactor: '32.3465' },
          rvu: { work: '10.47', practiceExpense: '6.97', malpractice: '2.62', total: '20.06' },
          ...{ feeSchedule: '583.32', allowed: '583.32', workRvu: '10.47', creditedWorkRvu: '10.4700' },
          ...{ trainingWorkRvu: null, factor: '1', flags: [], components: [] },
        },
      ],
      totals: { allowed: '583.32', workRvu: '10.47', creditedWorkRvu: '10.4700' },
    })
    expect(answer.lines[0]?.steps[0]).toMatchObject({ measure: 'payment', rule: 'fee-schedule', after: '583.32' })
  })

  it('fills in what a line leaves out', async () => {
    const line = await lineOf({ code: '99213' }, { locality: null })
    // (1.30 + 1.35 + 0.10) x 32.3465 = 88.952875: place of service 11, one unit, national.
    expect(line).toMatchObject({ id: '1', modifiers: [], units: 1, setting: 'nonfacility', allowed: '88.95' })
  })

  it('gives null where there is no amount, "0.00" where Medicare bundles, and says what is left out', async () => {
    const codes = ['20930', '0652T', '99417', '99213']
    const answer = await calculated({ lines: codes.map((code) => ({ code })) })
    expect(answer.lines.map(({ feeSchedule, allowed, payable }) => [feeSchedule, allowed, payable])).toEqual([
      [null, '0.00', false],
      [null, null, false],
      [null, null, false],
      // (1.30 + 1.35 x 0.869 + 0.10 x 0.575) x 32.3465 = 81.857...
      ['81.86', '81.86', true],
    ])
    expect(answer.lines[1]?.flags).toContain('CONTRACTOR_PRICED')
    expect(answer.lines[2]?.flags).toContain('RVU_NOT_USED_FOR_MEDICARE')
    // 1.30 + 0.61, listed though not paid
    expect(answer.totals).toMatchObject({ allowed: '81.86', workRvu: '1.91', creditedWorkRvu: '1.9100' })
    expect(answer.warnings).toMatchObject([{ code: 'LINES_NOT_PRICED', message: expect.stringContaining('2 lines') }])
  })

  it('has zero totals with nothing to add', async () => {
    const { totals } = await calculated({ lines: [{ code: '0652T' }] })
    expect(totals).toMatchObject({ allowed: '0.00', workRvu: '0.00', creditedWorkRvu: '0.0000' })
  })

  it('keeps the order sent, whatever the ranks', async () => {
    const answer = await calculated({
      lines: [
        { id: 'b', code: '47562', placeOfService: '21' },
        { id: 'a', code: '44140', placeOfService: '21' },
      ],
    })
    expect(answer.lines.map(({ id }) => id)).toEqual(['b', 'a'])
    // The second rank at half: 10.47 / 2
    expect(answer.lines.map(({ creditedWorkRvu }) => creditedWorkRvu)).toEqual(['5.2350', '22.5900'])
  })

  it('prices a line of another clinician alone and adds it to nothing', async () => {
    const lines = [
      { code: '47562', placeOfService: '21' },
      { code: '44140', placeOfService: '21', provider: 'other' },
    ]
    const answer = await calculated({ lines })
    expect(answer.lines.map(({ creditedWorkRvu }) => creditedWorkRvu)).toEqual(['10.4700', '0.0000'])
    expect(answer.totals).toMatchObject({ allowed: '583.32', creditedWorkRvu: '10.4700' })
  })

  it.each([
    ['CODE_UNKNOWN', { code: '99999' }],
    ['MODIFIER_NOT_VALID_FOR_CODE', { code: '99213', modifiers: ['26'] }],
    ['MODIFIERS_CONFLICT', { code: '47562', modifiers: ['54', '55'] }],
  ])('says %s of a line and calculates the others', async (flag, wrong) => {
    const answer = await calculated({ lines: [wrong, { code: '99213' }] })
    expect(answer.lines[0]).toMatchObject({ valid: false, payable: false, allowed: null, creditedWorkRvu: null })
    expect(answer.lines[0]?.flags).toContain(flag)
    expect(answer.lines[0]?.steps.at(-1)?.reason).toMatch(/\w{3}/)
    expect(answer.lines[1]).toMatchObject({ valid: true, allowed: '81.86' })
  })

  it('keeps a line with an unknown modifier valid', async () => {
    expect(await lineOf({ code: '99213', modifiers: ['ZZ'] })).toMatchObject({
      ...{ valid: true, allowed: '81.86', flags: ['MODIFIER_UNKNOWN'] },
    })
  })

  it('chooses the release by date, and none for all where dates differ', async () => {
    const on = async (date: string) => (await lineOf({ code: '47562', dateOfService: date })).release
    expect(await on('2024-03-08')).toBe('RVU24A')
    expect(await on('2024-03-09')).toBe('RVU24AR')
    const both = await calculated({
      lines: [
        { code: '99213', dateOfService: '2024-03-08' },
        { code: '99213', dateOfService: '2024-03-09' },
      ],
    })
    expect(both).toMatchObject({
      ...{ release: null, conversionFactor: null },
      lines: [
        { release: 'RVU24A', conversionFactor: '32.7442' },
        { release: 'RVU24AR', conversionFactor: '33.2875' },
      ],
    })
  })

  it('warns where the release of the quarter is not installed', async () => {
    const { warnings } = await calculated({ lines: [{ code: '99213', dateOfService: '2026-02-01' }] })
    expect(warnings).toMatchObject([{ code: 'NEWER_QUARTER_NOT_INSTALLED' }])
  })

  it('credits by the release that a policy fixes, and pays by date', async () => {
    const policy = { base: 'cms_adjusted', schedule: 'rvu24ar' }
    const line = await lineOf({ code: '47562', placeOfService: '21' }, { policy })
    expect(line).toMatchObject({ release: 'RVU25D', allowed: '583.32', workRvu: '10.47', creditedWorkRvu: '11.0000' })
    const missing = await ask({ policy: { schedule: 'RVU20A' }, lines: [{ code: '47562' }] })
    expect(missing).toMatchObject({ status: 422, body: { type: 'urn:rvu-edge:problem:release-not-installed' } })
  })

  it('takes a release in lower case as in upper', async () => {
    expect(await lineOf({ code: '99213' }, { release: 'rvu24a' })).toMatchObject({ release: 'RVU24A' })
  })

  it.each([
    [{ dateOfService: '2010-01-01' }, 'no-release-for-date', /2010-01-01/],
    [{ release: 'RVU19A' }, 'release-not-installed', /newest is RVU25D/],
    [{ locality: { carrier: '99999', locality: '00' } }, 'locality-unknown', /api\/v1\/localities/],
  ])('answers 422 to %j', async (more, type, detail) => {
    const answer = await ask({ dateOfService: '2025-11-03', lines: [{ code: '99213' }], ...more })
    expect(answer).toMatchObject({
      status: 422,
      body: { type: `urn:rvu-edge:problem:${type}`, status: 422, detail: expect.stringMatching(detail) },
    })
  })

  it.each([
    [{ lines: [] }, 'lines', /at least one/],
    [{ lines: [{ code: '9921' }] }, 'lines.0.code', /five characters/],
    [{ lines: [{ code: 99213 }] }, 'lines.0.code', /in quotes/],
    [{ lines: [{}] }, 'lines.0.code', /required/],
    [{ lines: [{ code: '99213', units: 0 }] }, 'lines.0.units', /1 to 999/],
    [{ lines: [{ code: '99213', units: 1000 }] }, 'lines.0.units', /1 to 999/],
    [{ lines: [{ code: '99213', units: 1.5 }] }, 'lines.0.units', /whole number/],
    [{ lines: [{ code: '99213', units: '1' }] }, 'lines.0.units', /whole number/],
    [{ lines: [{ code: '99213', modifiers: ['026'] }] }, 'lines.0.modifiers.0', /two characters/],
    [{ lines: [{ code: '99213', dateOfService: '2025-02-30' }] }, 'lines.0.dateOfService', /YYYY-MM-DD/],
    [{ lines: [{ code: '99213', placeOfService: 11 }] }, 'lines.0.placeOfService', /in quotes/],
    [
      { lines: [{ code: '99213', postoperativeDays: 91 }] },
      'lines.0.postoperativeDays',
      /^Send a number of at most 90.$/,
    ],
    [{ lines: [{ code: '99213', minutes: -1 }] }, 'lines.0.minutes', /^Send a number of at least 0.$/],
    [{ lines: [{ code: '99213', id: '' }] }, 'lines.0.id', /^Send at least 1 character.$/],
    [{ lines: [{ code: '99213' }], policy: { factors: { '8': '1' } } }, 'policy.factors.8', /two characters/],
    [{ lines: [{ code: '99213', colour: 'red' }] }, 'lines.0.colour', /Leave it out/],
    [{ lines: [{ code: '99213' }], practitioner: 'surgeon' }, 'practitioner', /physician/],
    [{ lines: [{ code: '99213' }], policy: { factors: { '80': 0.16 } } }, 'policy.factors.80', /in quotes/],
    [{ lines: [{ code: '99213' }], policy: { factors: { '80': '-1' } } }, 'policy.factors.80', /decimal number/],
    [{ lines: [{ code: '99213' }], policy: { bonus: true } }, 'policy.bonus', /Leave it out/],
    [{ lines: [{ code: '99213' }], policy: 'generous' }, 'policy', /cms_adjusted/],
    [{ lines: [{ code: '99213' }], locality: { carrier: 10112, locality: '00' } }, 'locality.carrier', /in quotes/],
  ])('answers 400 to %j', async (body, path, message) => {
    const answer = await ask(body)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path, message: expect.stringMatching(message) }] } })
  })
})
