import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLines } from '@/lib/domain/schedule/csv-lines'

/** The lines of the text when it comes in pieces of these lengths, over and over. */
function linesOf(
  text: string,
  lengths: readonly number[] = [text.length + 1],
): readonly (readonly string[])[] | string {
  const lines = csvLines('FILE.csv')
  const found: (readonly string[])[] = []
  for (let at = 0, turn = 0; at < text.length; turn += 1) {
    const length = lengths[turn % lengths.length] ?? 1
    const taken = lines.take(text.slice(at, at + length))
    if (!taken.ok) return taken.error.message
    found.push(...taken.value)
    at += length
  }
  const last = lines.end()
  return last.ok ? [...found, ...last.value] : last.error.message
}

describe('the lines of a CSV file', () => {
  it.each([
    ['line ends of either kind, and none behind the last', 'a,b\r\nc,d\ne,f', [['a', 'b'], ['c', 'd'], ['e', 'f']]],
    ['empty cells and an empty line', ',a,\r\n\r\n,', [['', 'a', ''], [''], ['', '']]],
    ['commas and line ends inside of quotes', '"a,b",c\r\n"d\r\ne",f\r\n', [['a,b', 'c'], ['d\r\ne', 'f']]],
    ['a doubled mark inside of quotes is one', '"say ""a""",b\n"""",""\n', [['say "a"', 'b'], ['"', '']]],
    ['a mark inside of a cell is text', '12" graft,b\n', [['12" graft', 'b']]],
    ['text behind a closing mark belongs to the cell', '"a"b,c\n', [['ab', 'c']]],
    ['nothing at all', '', []],
  ])('%s', (_, text, expected) => {
    expect(linesOf(text)).toEqual(expected)
    expect(linesOf(text, [1])).toEqual(expected)
  }) // prettier-ignore

  it('come out as they were written, however the file is cut into pieces', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', '\r', 'é'), maxLength: 6 })
    const written = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 })
    const pieces = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 })
    fc.assert(
      fc.property(table, pieces, (rows, lengths) => {
        const text = rows.map((row) => `${row.map(written).join(',')}\r\n`).join('')
        expect(linesOf(text, lengths)).toEqual(rows)
      }),
    )
  })

  it('are refused where a mark is never closed, and where a line does not end', () => {
    expect(linesOf('a,b\nc,"d\n')).toBe(
      'FILE.csv is not a whole CSV file (a quotation mark is never closed). Download it again.',
    )
    // 64 KB, 65,536 characters, are a line; one more are not.
    expect(linesOf('x'.repeat(65_536))).toHaveLength(1)
    expect(linesOf('x'.repeat(65_537))).toContain('a line has no end')
  })
})
