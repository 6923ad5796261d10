import useFile from '@/content/use/medicare-services.json'
import { MedicareUseFile, type CodeUse } from './schema'

let held: MedicareUseFile | null = null
/** Checked once a process. */
const file = (): MedicareUseFile => (held ??= MedicareUseFile.parse(useFile))

/** Years that `codes` sums the services of; `specialties` holds those of one. */
const YEARS = 10

/**
 * Services of a code in a year, as Medicare Part B paid for them: over ten years where the code is among the 500 with
 * most payments, else of the specialties that have it among their 50. A code that is in neither is not in the map.
 */
export function servicesByCode(): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { codes } of file().specialties) {
    for (const [code, services] of codes) found.set(code, (found.get(code) ?? 0) + services)
  }
  for (const [code, services] of file().codes) found.set(code, Math.max(found.get(code) ?? 0, services / YEARS))
  return found
}

/** The codes of each specialty, by its name, the most used first. */
export const servicesBySpecialty = (): ReadonlyMap<string, readonly CodeUse[]> =>
  new Map(file().specialties.map(({ name, codes }) => [name, codes]))

/** Where the services come from, and the year of those by specialty. */
export function sourceOfUse() {
  const { publisher, title, url, license, caveat, specialtyYear } = file()
  return { publisher, title, url, license, caveat, year: specialtyYear }
}
