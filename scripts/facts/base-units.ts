import type { CsvRecord } from '../../lib/domain/schedule/file'
import { readSheet } from '../../lib/server/workbook'
import { Sentence } from '../launch/sentence'

export type BaseUnits = { readonly year: number; readonly units: Readonly<Record<string, number>> }

/** `CODE` and the year stand on the first row. */
function yearOf(head: CsvRecord | undefined): number | null {
  const [title, year = ''] = head ?? []
  return title === 'CODE' && /^20\d\d$/.test(year) ? Number(year) : null
}

/** Reads the workbook of anesthesia base units that CMS publishes with the yearly rule: a code and its units on each row. */
export async function readBaseUnits(path: string): Promise<BaseUnits> {
  const sheet = await readSheet(path)
  if (!sheet.ok) throw new Sentence(sheet.error.message)
  const [head, ...rows] = sheet.value
  const year = yearOf(head)
  if (year === null) {
    throw new Sentence(`${path} is not the workbook of anesthesia base units: it does not begin with CODE and a year.`)
  }
  const units: Record<string, number> = {}
  for (const [code = '', value = ''] of rows) {
    if (!/^\d{5}$/.test(code)) continue
    if (!/^\d{1,2}$/.test(value)) throw new Sentence(`${path}: ${code} has "${value}" for base units.`)
    if (code in units) throw new Sentence(`${path}: ${code} is there twice.`)
    units[code] = Number(value)
  }
  return { year, units }
}
