import { expect, test } from 'vitest'
import { parseQuickLog } from '@/lib/domain/quick-log/parse'
import { context, print } from './schedule'

/**
 * Twelve digits that split two ways: 11111-22 22233, or 11111 22222-33. Each reading is two codes that exist and one
 * modifier that its row allows, so neither is better.
 */
const exists = new Set(['11111', '22222', '22233'])
const twoWays = {
  ...context,
  knows: (code: string) => exists.has(code),
  allows: (code: string, modifier: string) =>
    `${code}-${modifier}` === '11111-22' || `${code}-${modifier}` === '22222-33',
}

test('two readings that are as good: one is taken, and the issue names the other', () => {
  const { lines } = parseQuickLog('111112222233', twoWays)
  const readings = ['11111-22 and 22233', '11111 and 22222-33']
  const taken = lines.map(print).join(' and ')
  expect(readings).toContain(taken)
  expect(lines.map((line) => line.issues.map((issue) => issue.code))).toEqual([['AMBIGUOUS'], []])
  const other = readings.find((reading) => reading !== taken) ?? ''
  expect(lines[0]?.issues[0]?.message).toContain(other)
})

test('a space or a hyphen settles it', () => {
  const settled = (text: string) => parseQuickLog(text, twoWays).lines.flatMap((line) => line.issues)
  expect(settled('11111-22 22233')).toEqual([])
  expect(settled('11111 22222-33')).toEqual([])
})

test('it is settled too when only one reading has rows that allow its modifiers', () => {
  const oneWay = { ...twoWays, allows: (code: string, modifier: string) => `${code}-${modifier}` === '22222-33' }
  const { lines } = parseQuickLog('111112222233', oneWay)
  expect(lines.map(print)).toEqual(['11111', '22222-33'])
  expect(lines.flatMap((line) => line.issues)).toEqual([])
})

test('a reading that leaves characters or needs a code that does not exist is not another reading', () => {
  const only = { ...twoWays, knows: (code: string) => code === '11111' || code === '22233' }
  expect(parseQuickLog('111112222233', only).lines.flatMap((line) => line.issues)).toEqual([])
})
