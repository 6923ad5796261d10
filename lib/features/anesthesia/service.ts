import baseUnitFile from '@/content/schedule/anesthesia-base-units.json'
import { ANESTHESIA_BASE_YEAR } from '@/lib/domain/schedule/base-units'
import { conversionFactorsOn } from '@/lib/domain/schedule/calendar'
import type { LocalityKey } from '@/lib/domain/schedule/locality'
import type { ConversionFactor } from '@/lib/domain/shared/exact'
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
 * Dollars per anesthesia unit: of the locality, as the release has it, or national by the day the release took effect
 * (domain A6). Null where the release came without the factors of localities.
 */
export async function anesthesiaFactorOf(
  release: InstalledRelease,
  key: LocalityKey | null,
): Promise<ConversionFactor | null> {
  if (key === null) return conversionFactorsOn(release.effectiveFrom)?.anesthesia ?? null
  return readAnesthesiaFactor(release.versionId, key)
}
