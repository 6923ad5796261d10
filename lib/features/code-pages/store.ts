import { rvu, type Rvu } from '@/lib/domain/shared/exact'
import { askPublic, sql } from '@/lib/server/db'

// A version never changes once it is there; the few that are looked at are kept.
const held = new Map<number, Promise<ReadonlyMap<string, Rvu>>>()
const MOST_VERSIONS_HELD = 4

/** The work RVU of every code of one version that has any: of its own row, else of its professional part. */
export function readWorkOf(versionId: number): Promise<ReadonlyMap<string, Rvu>> {
  const found = held.get(versionId)
  if (found) return found
  if (held.size >= MOST_VERSIONS_HELD) held.clear()
  const read = readWork(versionId)
  held.set(versionId, read)
  read.catch(() => held.delete(versionId))
  return read
}

async function readWork(versionId: number): Promise<ReadonlyMap<string, Rvu>> {
  const rows = await askPublic<{ code: string; work: string }>(sql`
    select distinct on (code) code, work::text as work from schedule_rows
    where release_version = ${versionId} and modifier in ('', '26') and work > 0
    order by code, modifier`)
  return new Map(rows.map(({ code, work }) => [code, rvu(work)]))
}
