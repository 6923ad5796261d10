import { openSource } from '../../lib/server/release-source'
import { textOf } from './source-text'
import { Sentence } from '../launch/sentence'

export type BaseUnits = { readonly year: number; readonly units: Readonly<Record<string, number>> }

type Cells = ReadonlyMap<string, string>

const plain = (xml: string): string => xml.replace(/<[^>]*>/g, '')

/** The cells of a sheet by their address (`A4`), as a workbook keeps them: text apart, numbers in place. */
function cellsOf(sheet: string, shared: readonly string[]): Cells {
  const cells = new Map<string, string>()
  for (const [, address = '', attributes = '', value = ''] of sheet.matchAll(
    /<c r="([A-Z]+\d+)"([^>]*)><v>([^<]*)<\/v>/g,
  )) {
    cells.set(address, / t="s"/.test(attributes) ? (shared[Number(value)] ?? '') : value)
  }
  return cells
}

/**
 * Reads the workbook of anesthesia base units that CMS publishes with the yearly rule: `CODE` and the year stand on the
 * first row, then a code and its units on each.
 */
export async function readBaseUnits(path: string): Promise<BaseUnits> {
  const source = await openSource([path])
  if (!source.ok) throw new Sentence(source.error.message)
  try {
    const texts = await textOf(source.value, 'xl/sharedStrings.xml')
    const shared = [...texts.matchAll(/<si>(.*?)<\/si>/gs)].map(([, text = '']) => plain(text))
    const cells = cellsOf(await textOf(source.value, 'xl/worksheets/sheet1.xml'), shared)
    return baseUnitsIn(cells, path)
  } finally {
    source.value.close()
  }
}

function baseUnitsIn(cells: Cells, path: string): BaseUnits {
  const year = Number(cells.get('B1'))
  if (cells.get('A1') !== 'CODE' || !Number.isInteger(year)) {
    throw new Sentence(`${path} is not the workbook of anesthesia base units: it does not begin with CODE and a year.`)
  }
  const units: Record<string, number> = {}
  for (const [address, code] of cells) {
    if (!address.startsWith('A') || !/^\d{5}$/.test(code)) continue
    const value = cells.get(address.replace('A', 'B')) ?? ''
    if (!/^\d{1,2}$/.test(value)) throw new Sentence(`${path}: ${code} has "${value}" for base units.`)
    if (code in units) throw new Sentence(`${path}: ${code} is there twice.`)
    units[code] = Number(value)
  }
  return { year, units }
}
