import { wholeNumber } from '../shared/count'
import { geographicIndex } from '../shared/exact'
import { ok, type Result } from '../shared/result'
import { cell, isAmount, keyText, localityKey, plainName, splitAtHeader, unreadable, wrongFile } from './file'
import type { CsvRecord } from './file'
import { checkLocalities, type GpciFile } from './gpci-checks'
import type { Locality } from './locality'
import { stateOf } from './state'

const isHeader = (record: CsvRecord): boolean =>
  record.some((text) => /locality (number|name)/i.test(text)) && record.some((text) => /GPCI/i.test(text))

/** Every column that must be there, as CMS titles it and by the words that tell it. */
const REQUIRED = [
  { key: 'carrier', title: 'Medicare Administrative Contractor', word: /contractor|carrier/i },
  { key: 'locality', title: 'Locality Number', word: /locality number/i },
  { key: 'name', title: 'Locality Name', word: /locality name/i },
  { key: 'work', title: 'PW GPCI (with 1.0 Floor)', word: /(PW|work) GPCI/i },
  { key: 'practiceExpense', title: 'PE GPCI', word: /PE GPCI/i },
  { key: 'malpractice', title: 'MP GPCI', word: /MP GPCI/i },
] as const

type Columns = Readonly<Record<(typeof REQUIRED)[number]['key'] | 'state', number>>

/** Where a file has the work index with and without the floor of 1.000, the one with it counts (domain B4). */
const hasNoFloor = (title: string): boolean => /without/i.test(title)

function columnsOf(header: CsvRecord): Result<Columns> {
  const columns: Record<keyof Columns, number> = {
    ...{ carrier: -1, locality: -1, name: -1, work: -1, practiceExpense: -1, malpractice: -1 },
    state: header.findIndex((text) => /^\s*state\s*$/i.test(text)),
  }
  for (const { key, title, word } of REQUIRED) {
    columns[key] = header.findIndex((text) => word.test(text) && !hasNoFloor(text))
    if (columns[key] < 0) {
      return unreadable(`The file of geographic indices has no column "${title}". Use the GPCI file of CMS unchanged.`)
    }
  }
  return ok(columns)
}

function localityOf(record: CsvRecord, columns: Columns, line: number): Result<Locality> {
  const key = localityKey(cell(record, columns.carrier), cell(record, columns.locality))
  const at = `Line ${String(line)} of the GPCI file`
  if (!key) return unreadable(`${at}: the carrier or the locality is not a number. Use the file of CMS unchanged.`)
  const indices = [columns.work, columns.practiceExpense, columns.malpractice].map((column) => cell(record, column))
  const wrong = indices.find((text) => !isAmount(text, 3, 5))
  if (wrong !== undefined) {
    return unreadable(`${at}: "${wrong}" is not an index of at most three decimals. Use the file of CMS unchanged.`)
  }
  const state = cell(record, columns.state) || stateOf(key)
  if (!state) return unreadable(`${at}: no state is given and carrier ${key.carrier} is not known. Fill in the state.`)
  const [work = '', practiceExpense = '', malpractice = ''] = indices
  const gpci = {
    work: geographicIndex(work),
    practiceExpense: geographicIndex(practiceExpense),
    malpractice: geographicIndex(malpractice),
  }
  return ok({ ...key, name: plainName(cell(record, columns.name)), state, gpci })
}

/** Lines of footnotes and blank lines have no number where the carrier stands. */
const isLocality = (record: CsvRecord, columns: Columns): boolean => /^\d/.test(cell(record, columns.carrier))

/**
 * Reads the file of geographic practice cost indices (GPCI, CSV): 109 localities, 112 through 2023. Carriers and
 * localities are padded, blank states filled from the carrier, and the indices checked against those CMS published
 * (domain B4), because invented files circulate.
 */
export function readGpciFile(records: readonly CsvRecord[]): Result<GpciFile> {
  const split = splitAtHeader(records, isHeader)
  if (!split) return wrongFile('a file of geographic indices (GPCI)', records)
  const columns = columnsOf(split.header)
  if (!columns.ok) return columns
  const found = new Map<string, Locality>()
  for (const [index, record] of split.body.entries()) {
    if (!isLocality(record, columns.value)) continue
    const locality = localityOf(record, columns.value, split.firstRow + index)
    if (!locality.ok) return locality
    const key = keyText(locality.value)
    if (found.has(key)) return unreadable(`Locality ${key} is in the GPCI file twice. Use the file of CMS unchanged.`)
    found.set(key, locality.value)
  }
  const year = /\b(20\d\d)\b/.exec(split.header.join(' '))?.[1]
  return checkLocalities(year === undefined ? null : wholeNumber(year), found)
}
