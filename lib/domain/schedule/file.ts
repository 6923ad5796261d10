import { refuse, type Refusal, type Result } from '../shared/result'
import type { LocalityKey } from './locality'

/** One line of a CSV file, split into its cells. */
export type CsvRecord = readonly string[]

/** Something worth telling whoever imports a file, that does not keep the file out. */
export type Finding = { readonly code: string; readonly message: string }

export type Failure = { readonly ok: false; readonly error: Refusal }

/** Every file that cannot be used is refused with the same code; the message says what is wrong and how to mend it. */
export const unreadable = (message: string): Failure => refuse('FILE_UNREADABLE', message)

export const cell = (record: CsvRecord, index: number): string => (record[index] ?? '').trim()

/** Control-Z: the end-of-file mark of DOS, which CMS leaves as a line of its own in some releases. */
const END_MARK = '\u001a'

export const isBlank = (record: CsvRecord): boolean =>
  record.every((text) => text.trim() === '' || text.trim() === END_MARK)

/**
 * Plain decimal text of at most `places` decimals, as the amounts of CMS are written: `1`, `1.5`, `.25`, `0.00`.
 * `digits`, decimals among them, is what the database keeps.
 */
export function isAmount(text: string, places: number, digits = 8): boolean {
  const [, whole = '', decimals = ''] = /^(\d*)(?:\.(\d*))?$/.exec(text) ?? []
  if (whole === '' && decimals === '') return false
  return whole.length <= digits - places && decimals.replace(/0+$/, '').length <= places
}

/**
 * A locality as its key (domain B4). Spreadsheets drop the leading zeros that the key needs (`2102`, `1`), so both
 * parts are padded. Null when either is not a number of the right size.
 */
export function localityKey(carrier: string, locality: string): LocalityKey | null {
  if (!/^\d{4,5}$/.test(carrier) || !/^\d{1,2}$/.test(locality)) return null
  return { carrier: carrier.padStart(5, '0'), locality: locality.padStart(2, '0') }
}

export const keyText = (key: LocalityKey): string => `${key.carrier}-${key.locality}`

/** A locality name without the asterisks that point to the footnotes of the file. */
export const plainName = (name: string): string => name.trim().replace(/\s*\*+$/, '')

type Header = { readonly header: CsvRecord; readonly body: readonly CsvRecord[]; readonly firstRow: number }

/** Header lines are looked for near the top only: beyond, the file is another one. */
const HEADER_WITHIN = 40

/** Finds the header line of a small file; `firstRow` is the line number of the first line below it, from 1. */
export function splitAtHeader(records: readonly CsvRecord[], isHeader: (record: CsvRecord) => boolean): Header | null {
  const at = records.slice(0, HEADER_WITHIN).findIndex(isHeader)
  const header = records[at]
  return header ? { header, body: records.slice(at + 1), firstRow: at + 2 } : null
}

const KINDS = [
  { word: /LOCALITIES|Fee Schedule Area/i, name: 'the locality and county file (LOCCO)' },
  { word: /GPCI/i, name: 'the file of geographic indices (GPCI)' },
  { word: /Anes CF/i, name: 'the file of anesthesia conversion factors (ANES)' },
  { word: /MUE\s+Values/i, name: 'the table of medically unlikely edits (MUE)' },
  { word: /PROCSTAT/i, name: 'the file of capped imaging prices (OPPSCAP)' },
  { word: /Relative Value File|CALCULATION/i, name: 'the relative value file (PPRRVU)' },
] as const

/** Refuses a file without the expected header, naming the file it seems to be when its first lines tell. */
export function wrongFile(wanted: string, records: readonly CsvRecord[]): Result<never> {
  const top = records.slice(0, HEADER_WITHIN).flat().join(' ')
  const kind = KINDS.find((each) => each.word.test(top))
  const seems = kind ? ` It looks like ${kind.name}.` : ''
  return unreadable(
    `This is not ${wanted}: its header line is missing.${seems} Choose the CSV file as CMS publishes it.`,
  )
}
