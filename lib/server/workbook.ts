import { text } from 'node:stream/consumers'
import { unreadable, type CsvRecord } from '@/lib/domain/schedule/file'
import { ok, type Result } from '@/lib/domain/shared/result'
import { must, whileOpen } from './refused'
import { openSource, type ReleaseSource } from './release-source'

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

/** A whole file of a zip as text. Fails with Refused. */
export async function textOf(source: ReleaseSource, name: string): Promise<string> {
  if (!source.names.includes(name)) must(unreadable(`${source.label ?? 'The file'} has no ${name} inside.`))
  return text(await source.open(name))
}

const TEXTS = 'xl/sharedStrings.xml'
const SHEET = 'xl/worksheets/sheet1.xml'

/** Whether a zip is a workbook. */
export const isWorkbook = (source: ReleaseSource): boolean => source.names.includes(SHEET)

/** The rows of the first sheet of a workbook (XLSX: a zip of XML, which keeps texts apart from the cells). */
export async function readSheet(path: string): Promise<Result<readonly CsvRecord[]>> {
  const source = await openSource([path])
  if (!source.ok) return source
  return whileOpen(source.value, async (opened) => {
    const texts = await textOf(opened, TEXTS)
    const shared = [...texts.matchAll(/<si>(.*?)<\/si>/gs)].map(([, content = '']) => plain(content))
    const sheet = await textOf(opened, SHEET)
    return ok([...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => recordOf(row, shared)))
  })
}
