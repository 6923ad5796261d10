import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { parseQuickLog } from '@/lib/domain/quick-log/parse'
import { context, coverageFaults, read, summary } from './schedule'

/** Thousands of texts a law, on machines that do other work too. */
vi.setConfig({ testTimeout: 60_000 })

const FRAGMENTS = [
  '99213', '47562', '27447', '52000', '12345', 'G0105', '0075T', '-22', '-50', 'LT', '25', 'x2', 'x0', '*3', ' x 4', '2x ',
  'yesterday', 'tue', '11/20', '13/45', '2026-11-01', 'nov 20', 'office', 'pos22', 'assist', 'medicare', 'lap chole', 'tka',
  'hernia', 'foo', 'and', '-', ',', ';', '\n', '\r\n', ' ', '  ', '\t', '.', ':', '(', ')', '"', '😀', 'é', '\u2028', '1. ', '•', '9', 'x',
] // prettier-ignore

const typed = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 24 }).map((parts) => parts.join(''))
const anything = fc.string({ unit: 'binary', maxLength: 60 })
const digits = fc.array(fc.constantFrom(...'0123456789x- ;GTL'), { maxLength: 60 }).map((parts) => parts.join(''))
const texts = fc.oneof(typed, anything, digits)

test('no character that is not blank is lost or read twice', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(coverageFaults(text)).toEqual([])
    }),
    { numRuns: 4000 },
  )
})

test('ranges are in order, inside the text and never empty; unparsed text is what stands there', () => {
  const inOrder = (spans: readonly { start: number; end: number }[]): boolean =>
    spans.every((span, index) => span.start < span.end && span.start >= (spans[index - 1]?.end ?? 0))
  fc.assert(
    fc.property(texts, (text) => {
      const { lines, unparsed } = read(text)
      const spans = lines.map((line) => line.text)
      expect([inOrder(spans), inOrder(unparsed)]).toEqual([true, true])
      const last = Math.max(0, ...[...spans, ...unparsed].map((span) => span.end))
      expect(last).toBeLessThanOrEqual(text.length)
      for (const item of unparsed) expect(item.text).toBe(text.slice(item.start, item.end))
    }),
    { numRuns: 2000 },
  )
})

test('the code or words of a line stand in its range, and patients are counted from 0 without gaps', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { lines } = read(text)
      const indices = [...new Set(lines.map((line) => line.caseIndex))]
      expect(indices).toEqual(indices.map((_, index) => index))
      for (const line of lines) {
        const own = text.slice(line.text.start, line.text.end).toUpperCase()
        expect(own.includes(line.code) || /LAP\s+CHOLE|TKA/.test(own)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('what is written with spaces and hyphens is read back as written', () => {
  const line = fc.record({
    code: fc.constantFrom('99213', '47562', '27447', '49505', 'G0105', '0075T'),
    modifiers: fc.uniqueArray(fc.constantFrom('22', '51', '59', 'LT', 'QQ'), { maxLength: 3 }),
    units: fc.integer({ min: 1, max: 999 }),
  })
  const write = (item: { code: string; modifiers: readonly string[]; units: number }): string =>
    [item.code, ...item.modifiers].join('-') + (item.units === 1 ? '' : `x${item.units}`)
  const log = fc.array(fc.array(line, { minLength: 1, maxLength: 5 }), { maxLength: 5 })
  fc.assert(
    fc.property(log, (patients) => {
      const text = patients.map((lines) => lines.map(write).join(' ')).join('\n')
      expect(summary(text)).toBe(text.replaceAll('\n', '; '))
    }),
  )
})

test('reading in two parts, split at a new line, reads the same codes', () => {
  fc.assert(
    fc.property(typed, typed, (first, second) => {
      const codes = (text: string): readonly string[] => read(text).lines.map((line) => line.code)
      expect(codes(`${first}\n${second}`)).toEqual([...codes(first), ...codes(second)])
    }),
  )
})

test('cost grows with the length of the text, not with the number of readings', () => {
  const asked = (length: number): number => {
    let questions = 0
    const ask = <T>(answer: T): T => {
      questions++
      return answer
    }
    const text = '99213524364451x2 lap chole '.repeat(length).slice(0, length)
    parseQuickLog(text, {
      ...context,
      knows: (code) => ask(context.knows(code)),
      allows: (code, modifier) => ask(context.allows(code, modifier)),
      find: (words) => ask(context.find?.(words) ?? []),
    })
    return questions
  }
  // The same questions are answered once, so ten times the text of the same 27 characters asks nothing new.
  expect(asked(19_980)).toBe(asked(1_998))
  expect(read('9'.repeat(20_000)).unparsed).toHaveLength(1)
})
