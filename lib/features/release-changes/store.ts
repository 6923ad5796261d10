import { rvu, type Rvu } from '@/lib/domain/shared/exact'
import { askPublic, sql } from '@/lib/server/db'

/** The work RVU of a code in two versions; null in one that has no such code. */
export type WorkChange = { readonly code: string; readonly before: Rvu | null; readonly after: Rvu | null }

/**
 * What differs between two versions, by code: the work RVU of its own row, else of its professional part. Read by the primary
 * key of schedule_rows, which begins with the version.
 */
export async function readWorkChanges(before: number, after: number): Promise<readonly WorkChange[]> {
  const rows = await askPublic<{ code: string; before: string | null; after: string | null }>(sql`
    with earlier as (
      select distinct on (code) code, work from schedule_rows
      where release_version = ${before} and modifier in ('', '26') order by code, modifier),
    later as (
      select distinct on (code) code, work from schedule_rows
      where release_version = ${after} and modifier in ('', '26') order by code, modifier)
    select code, earlier.work::text as before, later.work::text as after
    from earlier full join later using (code)
    where earlier.work is distinct from later.work order by code`)
  return rows.map((row) => ({
    code: row.code,
    before: row.before === null ? null : rvu(row.before),
    after: row.after === null ? null : rvu(row.after),
  }))
}

/** How many codes two versions share. */
export async function countShared(before: number, after: number): Promise<number> {
  const [row] = await askPublic<{ shared: number }>(sql`
    select count(*)::int as shared from
      (select distinct code from schedule_rows where release_version = ${before}
       intersect select distinct code from schedule_rows where release_version = ${after}) both_have`)
  return row?.shared ?? 0
}
