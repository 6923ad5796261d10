import { conversionFactor, type ConversionFactor } from '../shared/exact'
import { ok, type Result } from '../shared/result'
import { cell, isAmount, keyText, localityKey, splitAtHeader, unreadable, wrongFile, type CsvRecord } from './file'
import type { LocalityKey } from './locality'

/** Dollars per anesthesia unit in one locality (domain B5). */
export type AnesthesiaFactor = LocalityKey & { readonly factor: ConversionFactor }

export type AnesthesiaFile = {
  /** The national factor, where the header gives it ("National Anes CF of 20.3178"); null where it does not. */
  readonly national: ConversionFactor | null
  readonly factors: readonly AnesthesiaFactor[]
}

const FACTOR_TITLE = /anes.*(CF|conversion factor)/i

const isHeader = (record: CsvRecord): boolean =>
  record.some((text) => FACTOR_TITLE.test(text)) && record.some((text) => /contractor|carrier/i.test(text))

function factorOf(record: CsvRecord, column: number, line: number): Result<AnesthesiaFactor> {
  const key = localityKey(cell(record, 0), cell(record, 1))
  const factor = cell(record, column)
  const at = `Line ${String(line)} of the anesthesia file`
  if (!key) return unreadable(`${at}: the carrier or the locality is not a number. Use the file of CMS unchanged.`)
  if (!isAmount(factor, 4)) {
    return unreadable(`${at}: "${factor}" is not a dollar amount. Use the file of CMS unchanged.`)
  }
  return ok({ ...key, factor: conversionFactor(factor) })
}

/** Reads the anesthesia conversion factors by locality (ANES, CSV). */
export function readAnesthesiaFile(records: readonly CsvRecord[]): Result<AnesthesiaFile> {
  const split = splitAtHeader(records, isHeader)
  if (!split) return wrongFile('a file of anesthesia conversion factors (ANES)', records)
  const column = split.header.findIndex((text) => FACTOR_TITLE.test(text))
  const factors = new Map<string, AnesthesiaFactor>()
  for (const [index, record] of split.body.entries()) {
    if (!/^\d/.test(cell(record, 0))) continue
    const read = factorOf(record, column, split.firstRow + index)
    if (!read.ok) return read
    const key = keyText(read.value)
    if (factors.has(key)) {
      return unreadable(`Locality ${key} is in the anesthesia file twice. Use the file of CMS unchanged.`)
    }
    factors.set(key, read.value)
  }
  if (factors.size === 0) return unreadable('The anesthesia file has its header but no localities: it is cut off.')
  const national = /\bof (\d+\.\d{1,4})\b/.exec(cell(split.header, column))?.[1]
  return ok({ national: national === undefined ? null : conversionFactor(national), factors: [...factors.values()] })
}
