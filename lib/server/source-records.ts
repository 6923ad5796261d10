import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { csvLines } from '@/lib/domain/schedule/csv-lines'
import type { CsvRecord } from '@/lib/domain/schedule/file'
import { must } from './refused'
import type { ReleaseSource } from './release-source'

/** Names inside a zip have slashes on every system; a Mac adds files of its own that only look like those of CMS. */
export const baseOf = (name: string): string => name.split(/[\\/]/).pop() ?? name
export const isOfMac = (name: string): boolean => name.includes('__MACOSX/') || baseOf(name).startsWith('._')

/** Of a file as it lies there, hexadecimal. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** A mark that spreadsheets put before UTF-8 text, as it looks when read as latin-1. */
const UTF8_MARK = '\u00ef\u00bb\u00bf'

async function* decoded(bytes: Readable): AsyncGenerator<string> {
  const decoder = new TextDecoder('latin1')
  let first = true
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk as Buffer, { stream: true })
    yield first && text.startsWith(UTF8_MARK) ? text.slice(UTF8_MARK.length) : text
    first = false
  }
}

/** The lines of a CSV file of CMS, some at a time as they are unpacked; none without a name. Fails with Refused. */
export async function* recordsOf(source: ReleaseSource, name: string | null): AsyncGenerator<readonly CsvRecord[]> {
  if (name === null) return
  const lines = csvLines(baseOf(name))
  for await (const text of decoded(await source.open(name))) yield must(lines.take(text))
  yield must(lines.end())
}
