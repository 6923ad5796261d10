import { ok, type Result } from '../shared/result'
import { unreadable, type CsvRecord } from './file'

/** Takes a CSV file (RFC 4180) piece by piece. After a refusal it takes no more. */
export type CsvLines = {
  /** The lines that this piece makes whole, in order. */
  readonly take: (piece: string) => Result<readonly CsvRecord[]>
  /** The last line where nothing ends it. */
  readonly end: () => Result<readonly CsvRecord[]>
}

/** No line of a release is longer than 400 characters. */
const LONGEST_LINE = 64 * 1024

/** What was read, and the place behind it. */
type Field = { readonly value: string; readonly next: number }
type Line = { readonly record: CsvRecord; readonly next: number }

/** Text up to the comma or line end, which `next` points at. A quotation mark inside of it is text like any other. */
function plainField(text: string, start: number): Field | null {
  let next = start
  while (next < text.length && text[next] !== ',' && text[next] !== '\n') next += 1
  if (next === text.length) return null
  const end = text[next] === '\n' && next > start && text[next - 1] === '\r' ? next - 1 : next
  return { value: text.slice(start, end), next }
}

function quotedField(text: string, start: number): Field | null {
  let close = text.indexOf('"', start + 1)
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  const behind = close < 0 ? null : plainField(text, close + 1)
  if (!behind) return null
  return { value: text.slice(start + 1, close).replaceAll('""', '"') + behind.value, next: behind.next }
}

function lineWithQuotes(text: string, start: number): Line | null {
  const record: string[] = []
  for (let at = start; ;) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at)
    if (!field) return null
    record.push(field.value)
    at = field.next + 1
    if (text[field.next] === '\n') return { record, next: at }
  }
}

/** The line that begins at `start`; null where the text ends before the line does. */
function lineAt(text: string, start: number): Line | null {
  const end = text.indexOf('\n', start)
  if (end < 0) return null
  const line = text.slice(start, end > start && text[end - 1] === '\r' ? end - 1 : end)
  // 19 of 20 lines of a release have no quotation mark.
  return line.includes('"') ? lineWithQuotes(text, start) : { record: line.split(','), next: end + 1 }
}

/**
 * Splits a file of CMS into the cells of its lines: quoted cells may hold commas and line ends. `name` is the file's,
 * for people.
 */
export function csvLines(name: string): CsvLines {
  let rest = ''
  const broken = (cause: string): Result<never> =>
    unreadable(`${name} is not a whole CSV file (${cause}). Download it again.`)
  const take = (piece: string): Result<readonly CsvRecord[]> => {
    const text = rest + piece
    const records: CsvRecord[] = []
    let start = 0
    for (let line = lineAt(text, start); line; line = lineAt(text, start)) {
      records.push(line.record)
      start = line.next
    }
    rest = text.slice(start)
    return rest.length > LONGEST_LINE ? broken('a line has no end') : ok(records)
  }
  const end = (): Result<readonly CsvRecord[]> => {
    if (rest === '') return ok([])
    const last = take('\n')
    return rest === '' ? last : broken('a quotation mark is never closed')
  }
  return { take, end }
}
