import { zipLine, zipText, type ZipArea } from '../../lib/domain/schedule/zip-locality'
import { openSource } from '../../lib/server/release-source'
import { sha256 } from '../../lib/server/secret'
import { textOf } from '../../lib/server/workbook'
import { Sentence } from '../launch/sentence'

export type ZipAreas = {
  readonly quarter: string
  /** Of the file inside of the zip, as is its SHA-256. */
  readonly fileName: string
  readonly sha256: string
  readonly areas: readonly ZipArea[]
}

/** Reads the zip of the ZIP code to carrier and locality file that CMS publishes each quarter. */
export async function readZipAreas(path: string): Promise<ZipAreas> {
  const source = await openSource([path])
  if (!source.ok) throw new Sentence(source.error.message)
  try {
    const fileName = source.value.names.find((name) => /^ZIP5_.*\.txt$/i.test(name))
    if (fileName === undefined) throw new Sentence(`${path} has no ZIP5_....txt inside.`)
    const content = await textOf(source.value, fileName)
    return { fileName, sha256: sha256(content), ...areasIn(content, path) }
  } finally {
    source.value.close()
  }
}

function areasIn(content: string, path: string): Pick<ZipAreas, 'quarter' | 'areas'> {
  const zips = new Map<string, string[]>()
  const quarters = new Set<string>()
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const read = zipLine(line)
    if (!read) throw new Sentence(`${path}: line ${index + 1} is not a line of the ZIP code file.`)
    const area = `${read.state} ${read.carrier} ${read.locality}`
    zips.set(area, [...(zips.get(area) ?? []), read.zip])
    quarters.add(read.quarter)
  }
  const [quarter, ...others] = quarters
  if (quarter === undefined || others.length > 0) throw new Sentence(`${path} is not of one quarter.`)
  const areas = [...zips]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, members]): ZipArea => {
      const [state = '', carrier = '', locality = ''] = key.split(' ')
      return { state, carrier, locality, zips: zipText([...new Set(members)].sort()) }
    })
  return { quarter: `${quarter.slice(0, 4)} Q${quarter.slice(4)}`, areas }
}
