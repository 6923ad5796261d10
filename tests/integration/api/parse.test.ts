import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/v1/parse/route'
import type { ParseAnswer } from '@/lib/features/quick-log/schema'
import { ParseReply } from '@/lib/features/openapi/schema'
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database'
import { call, installMadeUp } from './call'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
  await installMadeUp({ name: 'rvu25d.zip' })
})
afterAll(() => database.drop())

const ask = (body: unknown) => call(POST, { path: '/parse', body })
async function read(text: string): Promise<ParseAnswer> {
  const { status, body } = await ask({ text, today: '2025-11-20' })
  expect(status).toBe(200)
  expect(ParseReply.parse(body)).toEqual(body)
  return body as unknown as ParseAnswer
}

describe('POST /api/v1/parse', () => {
  it('reads codes, modifiers, units, patients and the date', async () => {
    const { lines, unparsed } = await read('99213 47562-22, 44140; 99213x3\n11/3 99213')
    expect(lines.map(({ code, modifiers, units, caseIndex }) => [code, modifiers, units, caseIndex])).toEqual([
      ['99213', [], 1, 0],
      ['47562', ['22'], 1, 0],
      ['44140', [], 1, 0],
      ['99213', [], 3, 1],
      ['99213', [], 1, 2],
    ])
    expect(lines.map((line) => line.dateOfService)).toEqual([...Array<string>(4).fill('2025-11-20'), '2025-11-03'])
    expect(lines.every((line) => line.known)).toBe(true)
    expect(unparsed).toEqual([])
  })

  it.each([
    '99213 hello 47562',
    '  😀 99213 \u{1f9d1}‍⚕️ x2',
    '99999 99213-ZZ',
    '\ud800 99213 \u0000',
    '30/2/2025 99213; x99; -;,',
    '٣٤ 99213 ｘ２',
    '',
  ])('covers every character of %j by a line or by what is left', async (text) => {
    const { lines, unparsed } = await read(text)
    for (const part of unparsed) expect(text.slice(part.start, part.end)).toBe(part.text)
    const spans = [...lines.map((line) => line.text), ...unparsed]
    for (const [index, unit] of text.split('').entries()) {
      if (/[\s,;]/.test(unit)) continue
      expect([index, spans.some(({ start, end }) => start <= index && index < end)]).toEqual([index, true])
    }
  })

  it('says what is doubtful of a line', async () => {
    const { lines } = await read('99999; 99213-26; 47562x1000')
    expect(lines.map(({ known, issues }) => [known, issues.map(({ code }) => code)])).toEqual([
      [false, ['CODE_UNKNOWN']],
      [true, ['MODIFIER_NOT_VALID_FOR_CODE']],
      [true, ['UNITS_OUT_OF_RANGE']],
    ])
  })

  it.each([
    [{}, 'text'],
    [{ text: 99213 }, 'text'],
    [{ text: 'x'.repeat(20_001) }, 'text'],
    [{ text: '99213', today: '11/20' }, 'today'],
    [{ text: '99213', locality: '00' }, 'locality'],
  ])('refuses %j', async (body, path) => {
    expect(await ask(body)).toMatchObject({ status: 400, body: { errors: [{ path }] } })
  })
})
