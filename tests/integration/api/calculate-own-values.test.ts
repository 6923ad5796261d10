import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/calculate/route'
import { CalculatedCaseAnswer } from '@/lib/features/openapi/schema'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { call, installMadeUp } from './call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25d.zip' })
})
afterAll(() => database.drop())

const ask = (body: Record<string, unknown>) =>
  call(POST, {
    path: '/calculate',
    body: { dateOfService: '2025-11-03', locality: { carrier: '10112', locality: '00' }, ...body },
  })

async function calculated(body: Record<string, unknown>) {
  const answer = await ask(body)
  expect(answer.status).toBe(200)
  expect(CalculatedCaseAnswer.parse(answer.body)).toEqual(answer.body)
  return CalculatedCaseAnswer.parse(answer.body)
}

async function lineOf(line: Record<string, unknown>, more: Record<string, unknown> = {}) {
  const [first] = (await calculated({ ...more, lines: [line] })).lines
  if (!first) throw new Error('no line')
  return first
}

describe('POST /api/v1/calculate, beyond what CMS sets', () => {
  it('takes values entered by hand and keeps them apart from every other total', async () => {
    const answer = await calculated({
      lines: [
        { code: '99213', modifiers: ['25'] },
        { code: '0652T', manual: { workRvu: '12.00', allowed: '850.00' } },
        { code: '99999', placeOfService: '21', manual: { comparator: '47562' } },
        { code: '47562', placeOfService: '21', modifiers: ['GY'], manual: { workRvu: '50' } },
        { code: '0652T', manual: { comparator: '99998' } },
      ],
    })
    expect(answer.lines.map(({ valid, allowed, creditedWorkRvu }) => [valid, allowed, creditedWorkRvu])).toEqual([
      [true, '81.86', '1.3000'],
      [true, '850.00', '12.0000'],
      [true, '583.32', '10.4700'],
      [true, '0.00', '10.4700'],
      [true, null, null],
    ])
    expect(answer.lines.map(({ flags }) => flags.includes('MANUAL_VALUE'))).toEqual([false, true, true, false, false])
    expect(answer.lines[3]?.steps.find(({ rule }) => rule === 'manual-refused')?.reason).toMatch(/CMS sets a value/)
    expect(answer.totals).toMatchObject({
      ...{ allowed: '81.86', creditedWorkRvu: '11.7700' },
      manual: { allowed: '1433.32', workRvu: '22.47', creditedWorkRvu: '22.4700', lines: 2 },
    })
    // The one whose comparable code is unknown, and no other.
    expect(answer.warnings.map(({ message }) => message)).toEqual([
      '1 line not priced, 1 line without credit: left out of the totals.',
    ])
  })

  it('answers the limiting charge to one who does not participate, and null to all others', async () => {
    // 81.86 x 1.0925 = 89.43205
    const line = { code: '99213' }
    expect(await calculated({ participating: false, lines: [line] })).toMatchObject({
      lines: [{ limitingCharge: '89.43' }],
      totals: { limitingCharge: '89.43' },
    })
    expect(await lineOf(line)).toMatchObject({ limitingCharge: null, anesthesia: null })
  })

  it('credits by a policy of one’s own, assistants and shared visits included', async () => {
    const creditOf = async (line: Record<string, unknown>, policy: unknown) =>
      (await lineOf({ placeOfService: '21', ...line }, { policy })).creditedWorkRvu
    // 22.59 x 0.16 = 3.6144; 1.30 x 0.5; 22.59 x 1.2
    expect(await creditOf({ code: '44140', modifiers: ['80'] }, { assistants: true })).toBe('3.6144')
    expect(await creditOf({ code: '44140', modifiers: ['80'] }, { assistants: false })).toBe('0.0000')
    expect(await creditOf({ code: '99213', modifiers: ['FS'] }, { splitShared: 'half' })).toBe('0.6500')
    expect(await creditOf({ code: '44140', modifiers: ['22'] }, { factors: { '22': '1.2' } })).toBe('27.1080')
  })

  it.each([
    [{ lines: [{ code: '99213', manual: {} }] }, 'lines.0.manual', /Send a work RVU/],
    [{ lines: [{ code: '99213', manual: { workRvu: 12 } }] }, 'lines.0.manual.workRvu', /in quotes/],
    [{ lines: [{ code: '99213', manual: { workRvu: '1.234' } }] }, 'lines.0.manual.workRvu', /two decimals/],
    [{ lines: [{ code: '99213', manual: { allowed: '-1' } }] }, 'lines.0.manual.allowed', /two decimals/],
    [{ lines: [{ code: '99213', manual: { comparator: '4756' } }] }, 'lines.0.manual.comparator', /five characters/],
    [{ lines: [{ code: '99213', manual: { workRvu: '1', value: '1' } }] }, 'lines.0.manual.value', /Leave it out/],
    [{ lines: [{ code: '99213' }], policy: { assistants: 'no' } }, 'policy.assistants', /true or false/],
    [{ lines: [{ code: '99213' }], policy: { splitShared: 'both' } }, 'policy.splitShared', /biller, half/],
  ])('answers 400 to %j', async (body, path, message) => {
    const answer = await ask(body)
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ path, message: expect.stringMatching(message) }] } })
  })
})
