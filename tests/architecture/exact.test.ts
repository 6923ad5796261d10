import { ESLint } from 'eslint'
import { beforeAll, expect, it } from 'vitest'

const eslint = new ESLint()

/** What is refused of a text as if it were this file of the core. */
async function refused(text: string, filePath = 'lib/domain/crediting/made-up.ts'): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath })
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'no-restricted-syntax')
    .map(({ message }) => message)
}

// The first text loads every rule, which takes seconds.
beforeAll(() => refused(''), 120_000)

const FAULTS = [
  'export const fee = parseFloat("1.5")',
  'export const fee = Number("1.5")',
  'export const fee = Number.parseFloat("1.5")',
  'export const fee = +"1.5"',
  'export const fee = (cents: number) => Math.round(cents)',
  'export const fee = (cents: number) => cents / 100',
  'export const fee = (cents: bigint) => cents / 100n',
  'export function fee(cents: number) {\n  let left = cents\n  left /= 2\n  return left\n}',
  'export const fee = (cents: number) => cents.toFixed(2)',
  'export const share = 0.16',
  'export const share = .5',
  'export const share = 1e-2',
]

it.each(FAULTS)('refuses in the core of amounts: %s', async (text) => {
  expect(await refused(text)).not.toEqual([])
  expect(await refused(text, 'lib/domain/schedule/made-up.ts')).not.toEqual([])
})

it('lets whole numbers, exact text and what counts be', async () => {
  const text = `import { wholeTimes } from '../shared/count'
    export const cents = 1_000n * 16n
    export const share = '0.16'
    export const units = (minutes: number) => wholeTimes(15, minutes) + 1 - 2 * 3`
  expect(await refused(text)).toEqual([])
})

it('leaves the other folders their plain numbers', async () => {
  expect(await refused('export const half = 1 / 2', 'lib/format/made-up.ts')).toEqual([])
})
