import type { LocalityKey } from '@/lib/domain/schedule/locality'
import { conversionFactor, type ConversionFactor } from '@/lib/domain/shared/exact'
import { askPublic, sql } from '@/lib/server/db'

/** Dollars per anesthesia unit in a locality, by one version of a release; null where it holds none. */
export async function readAnesthesiaFactor(versionId: number, key: LocalityKey): Promise<ConversionFactor | null> {
  const [found] = await askPublic<{ factor: string }>(sql`
    select conversion_factor::text as factor from anesthesia_factors
    where release_version = ${versionId} and carrier = ${key.carrier} and locality = ${key.locality}`)
  return found ? conversionFactor(found.factor) : null
}
