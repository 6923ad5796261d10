import type { CsvRecord } from '../../lib/domain/schedule/file'
import { openSource } from '../../lib/server/release-source'
import { Sentence } from '../launch/sentence'
import { textOf } from './source-text'

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

/** The text between the tags of a piece of XML. */
const plain = (xml: string): string =>
  xml.replace(/<[^>]*>/g, '').replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => ENTITIES[name] ?? whole)

/** `A` is 0, `Z` 25, `AA` 26. */
const columnOf = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

function recordOf(row: string, shared: readonly string[]): CsvRecord {
  const record: string[] = []
  for (const [, letters = '', attributes = '', value = ''] of row.matchAll(
    /<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v>/g,
  )) {
    const column = columnOf(letters)
    while (record.length < column) record.push('')
    record.push(/ t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : plain(value))
  }
  return record
}

/** The rows of the first sheet of a workbook (XLSX: a zip of XML, which keeps texts apart from the cells). */
export async function readSheet(path: string): Promise<readonly CsvRecord[]> {
  const source = await openSource([path])
  if (!source.ok) throw new Sentence(source.error.message)
  try {
    const texts = await textOf(source.value, 'xl/sharedStrings.xml')
    const shared = [...texts.matchAll(/<si>(.*?)<\/si>/gs)].map(([, text = '']) => plain(text))
    const sheet = await textOf(source.value, 'xl/worksheets/sheet1.xml')
    return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => recordOf(row, shared))
  } finally {
    source.value.close()
  }
}
