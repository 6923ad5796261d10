import { wholeNumber } from '../shared/count'
import type { Locality, LocalityKey } from './locality'

/** The locality that prices a ZIP code, and the state that the ZIP code is in. */
export type ZipLocality = LocalityKey & { readonly state: string }

/** One locality with its ZIP codes of one state, as content keeps them: `35004-35007 35010`. */
export type ZipArea = ZipLocality & { readonly zips: string }

type ZipRange = { readonly first: number; readonly last: number; readonly area: ZipLocality }

/** Ranges in the order of their ZIP codes; none overlaps another. */
export type ZipIndex = readonly ZipRange[]

/** CMS parts two states among carriers by letters of its own: east and west Missouri, east and west Kansas. */
const PARTS: Readonly<Record<string, string>> = { EM: 'MO', WM: 'MO', EK: 'KS', WK: 'KS' }

/**
 * One line of the ZIP code file (fixed width: state 1-2, ZIP 3-7, carrier 8-12, locality 13-14, year and quarter 76-80);
 * null where it is none.
 */
export function zipLine(line: string): (ZipLocality & { readonly zip: string; readonly quarter: string }) | null {
  const match = /^([A-Z]{2})(\d{5})(\d{5})(\d{2}).{61}(\d{5})\s*$/.exec(line)
  const [, state, zip, carrier, locality, quarter] = match ?? []
  if (!state || !zip || !carrier || !locality || !quarter) return null
  return { state: PARTS[state] ?? state, zip, carrier, locality, quarter }
}

/** ZIP codes in order, runs without a gap as one range: `35004-35007 35010`. */
export function zipText(zips: readonly string[]): string {
  const runs: { first: string; last: string }[] = []
  for (const zip of zips) {
    const run = runs.at(-1)
    if (run && wholeNumber(run.last) + 1 === wholeNumber(zip)) run.last = zip
    else runs.push({ first: zip, last: zip })
  }
  return runs.map(({ first, last }) => (first === last ? first : `${first}-${last}`)).join(' ')
}

export function zipIndexOf(areas: readonly ZipArea[]): ZipIndex {
  const ranges = areas.flatMap(({ zips, ...area }) =>
    zips.split(' ').map((run): ZipRange => {
      const [first = '', last = first] = run.split('-')
      return { first: wholeNumber(first), last: wholeNumber(last), area }
    }),
  )
  return ranges.sort((a, b) => a.first - b.first)
}

/** The locality of a ZIP code of five digits; null where CMS lists none. */
export function localityOfZip(index: ZipIndex, zip: string): ZipLocality | null {
  const wanted = wholeNumber(zip)
  let low = 0
  let high = index.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const range = index[middle]
    if (!range) break
    if (wanted < range.first) high = middle - 1
    else if (wanted > range.last) low = middle + 1
    else return range.area
  }
  return null
}

/**
 * The locality of a release that a ZIP code falls in. Carriers and localities of the ZIP codes are of one quarter: where
 * a release lacks them, the only locality of the state is taken, and none where the state has several.
 */
export function servingLocality(found: ZipLocality, held: readonly Locality[]): Locality | null {
  const own = held.find((each) => each.carrier === found.carrier && each.locality === found.locality)
  if (own) return own
  const [only, ...others] = held.filter(({ state }) => state === found.state)
  return only && others.length === 0 ? only : null
}
