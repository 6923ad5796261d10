import { rvu, type Rvu } from '@/lib/domain/shared/exact'
import { askPublic, sql } from '@/lib/server/db'
import { readLocalities } from '../schedule/store'

const MOST_VERSIONS_HELD = 4

/** A version never changes once it is there; what was read of the few that are looked at is kept. */
function onceAVersion<T>(read: (versionId: number) => Promise<T>): (versionId: number) => Promise<T> {
  const held = new Map<number, Promise<T>>()
  return (versionId) => {
    const found = held.get(versionId)
    if (found) return found
    if (held.size >= MOST_VERSIONS_HELD) held.clear()
    const reading = read(versionId)
    held.set(versionId, reading)
    reading.catch(() => held.delete(versionId))
    return reading
  }
}

/** The work RVU of every code of one version that has any: of its own row, else of its professional part. */
export const readWorkOf = onceAVersion(readWork)

/** The localities of one version. */
export const localitiesOf = onceAVersion((versionId) => readLocalities(versionId))

async function readWork(versionId: number): Promise<ReadonlyMap<string, Rvu>> {
  const rows = await askPublic<{ code: string; work: string }>(sql`
    select distinct on (code) code, work::text as work from schedule_rows
    where release_version = ${versionId} and modifier in ('', '26') and work > 0
    order by code, modifier`)
  return new Map(rows.map(({ code, work }) => [code, rvu(work)]))
}
