import baseUnitFile from '@/content/schedule/anesthesia-base-units.json'
import { ANESTHESIA_BASE_YEAR } from '@/lib/domain/schedule/base-units'
import { anesthesiaRates, type AnesthesiaRates } from '@/lib/domain/schedule/anesthesia-rate'
import { conversionFactorsOn } from '@/lib/domain/schedule/calendar'
import type { Locality } from '@/lib/domain/schedule/locality'
import type { InstalledRelease } from '../releases/store'
import { BaseUnitFile } from './schema'
import { readAnesthesiaFactor } from './store'

let held: ReadonlyMap<string, number> | null = null
const baseUnits = (): ReadonlyMap<string, number> => (held ??= readBaseUnits())

function readBaseUnits(): ReadonlyMap<string, number> {
  const { year, units } = BaseUnitFile.parse(baseUnitFile)
  // Answers cite the year: another one must not go by that name.
  if (year !== ANESTHESIA_BASE_YEAR) throw new Error(`base units are of ${year}, and ${ANESTHESIA_BASE_YEAR} is cited`)
  return new Map(Object.entries(units))
}

/** Base units of an anesthesia code; null for one that has none, and for 01999, which CMS lists with 0: by report. */
export const baseUnitsOf = (code: string): number | null => baseUnits().get(code) || null

/**
 * Dollars per anesthesia unit in a locality of a release, or national by the day the release took effect (domain A6, B5).
 * Null: national.
 */
export async function anesthesiaRatesOf(
  release: InstalledRelease,
  locality: Locality | null,
): Promise<AnesthesiaRates> {
  const national = conversionFactorsOn(release.effectiveFrom)
  const local = locality && (await readAnesthesiaFactor(release.versionId, locality))
  return anesthesiaRates(national, locality?.gpci ?? null, local)
}
