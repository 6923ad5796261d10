import { ok, type Result } from '../shared/result'
import { cell, localityKey, plainName, splitAtHeader, unreadable, wrongFile, type CsvRecord } from './file'
import type { LocalityKey } from './locality'
import { stateNamed, stateOf } from './state'

/** A county, independent city or county equivalent, in capitals as CMS writes it. */
export type County = { readonly state: string; readonly name: string }

/** Which counties a locality covers (LOCCO). */
export type LocalityCounties = LocalityKey & {
  readonly state: string
  readonly area: string
  /** `all` of the state, the `listed` ones, or the `rest`: every county of the state that no other locality lists. */
  readonly coverage: 'all' | 'listed' | 'rest'
  /** Filled where the coverage is `listed`. */
  readonly counties: readonly County[]
}

const isHeader = (record: CsvRecord): boolean =>
  record.some((text) => /locality number/i.test(text)) && record.some((text) => /counties/i.test(text))

/** Misspelled in the file since 2017. */
const MISSPELLED: Readonly<Record<string, string>> = { ORAGNGE: 'ORANGE' }

function countyName(text: string): string {
  const name = text
    .trim()
    .replace(/ CNTY$/, '')
    .trim()
  return MISSPELLED[name] ?? name
}

/**
 * Names are parted by commas, slashes and "and"; a semicolon parts states, and "... IN VIRGINIA" names the one that
 * is not the locality's own (the suburbs of Washington, DC).
 */
function countiesOf(text: string, state: string): readonly County[] {
  return text.split(';').flatMap((part) => {
    const elsewhere = /^(.*) IN ([A-Z ]+)$/.exec(part.trim())
    const there = elsewhere?.[2] === undefined ? null : stateNamed(elsewhere[2])
    const names = there && elsewhere?.[1] !== undefined ? elsewhere[1] : part
    return names
      .split(/,|\/|\bAND\b/)
      .map(countyName)
      .filter((name) => name !== '')
      .map((name) => ({ state: there ?? state, name }))
  })
}

function coverageOf(text: string): LocalityCounties['coverage'] {
  if (/^ALL OTHER\b/.test(text) || /^ALL\b.*\bEXCEPT\b/.test(text)) return 'rest'
  return /^ALL\b/.test(text) ? 'all' : 'listed'
}

/**
 * Reads which counties make up each locality (LOCCO, CSV). The file is in the order of the alphabet, by state and
 * locality name; a state is named on its first line only, so the carrier tells it. One locality served by two
 * carriers stands there twice and is kept once.
 */
export function readLocalityCountyFile(records: readonly CsvRecord[]): Result<readonly LocalityCounties[]> {
  const split = splitAtHeader(records, isHeader)
  if (!split) return wrongFile('a locality and county file (LOCCO)', records)
  const found = new Map<string, LocalityCounties>()
  for (const [index, record] of split.body.entries()) {
    if (!/^\d/.test(cell(record, 0))) continue
    const at = `Line ${String(split.firstRow + index)} of the locality and county file`
    const key = localityKey(cell(record, 0), cell(record, 1))
    if (!key) return unreadable(`${at}: the carrier or the locality is not a number. Use the file of CMS unchanged.`)
    const state = stateOf(key) ?? stateNamed(cell(record, 2))
    if (!state)
      return unreadable(`${at}: no state is given and carrier ${key.carrier} is not known. Fill in the state.`)
    const text = cell(record, 4).toUpperCase()
    const coverage = coverageOf(text)
    const counties = coverage === 'listed' ? countiesOf(text, state) : []
    const entry = { ...key, state, area: plainName(cell(record, 3)), coverage, counties }
    found.set(`${key.carrier}-${key.locality} ${text}`, entry)
  }
  if (found.size === 0) return unreadable('The locality and county file has its header but no rows: it is cut off.')
  return ok([...found.values()])
}
