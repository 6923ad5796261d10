import type { Grant } from '@/lib/domain/access/grant'
import type { UnitLimit } from '@/lib/domain/crediting/case'
import type { UnitLimitRow } from '@/lib/domain/schedule/unit-limit-file'
import type { UnitLimitTable } from '@/lib/domain/schedule/unit-limit-table'
import { bulkLoad, type BulkLoad, type FeedRows, type StagedValue } from '@/lib/server/copy'
import { askPublic, sql } from '@/lib/server/db'
import { remembered } from '@/lib/server/remembered'

export type InstalledTable = UnitLimitTable & {
  readonly id: number
  readonly rowsSha256: string
  readonly rows: number
  readonly fileName: string
  readonly sha256: string
}

/** Every current table, oldest first. */
export const readTables = remembered((): Promise<readonly InstalledTable[]> =>
  askPublic<InstalledTable>(sql`
      select id, effective_from::text as "effectiveFrom", version, source, rows_sha256 as "rowsSha256",
        rows, file_name as "fileName", sha256
      from unit_limit_tables where current order by effective_from`),
)

/** The table of a file taken before; null for a new one. */
export async function tableOfFile(sha256: string): Promise<{ effectiveFrom: string; version: number } | null> {
  const [found] = await askPublic<{ effectiveFrom: string; version: number }>(sql`
    select effective_from::text as "effectiveFrom", version from unit_limit_tables
    where sha256 = ${sha256} and source = 'official' order by version desc limit 1`)
  return found ?? null
}

// Limits with the same rows are the same limits, so what was read can be kept; two instances cannot disagree.
const held = new Map<string, ReadonlyMap<string, UnitLimit>>()
/** A table is 15,000 limits, and people post for the last quarters. */
const MOST_TABLES_HELD = 4

/** Every limit of one table by code, kept in memory. */
export async function readLimits(table: InstalledTable): Promise<ReadonlyMap<string, UnitLimit>> {
  const known = held.get(table.rowsSha256)
  if (known) return known
  const rows = await askPublic<UnitLimitRow>(
    sql`select code, units, scope from unit_limits where table_id = ${table.id}`,
  )
  const limits = new Map(rows.map(({ code, units, scope }) => [code, { units, scope }]))
  if (held.size >= MOST_TABLES_HELD) held.clear()
  held.set(table.rowsSha256, limits)
  return limits
}

/** A limit in the order of the staging table. */
export const stagedLimit = ({ code, units, scope }: UnitLimitRow): readonly StagedValue[] => [code, units, scope]

const STAGING = 'code char(5), units integer, scope text'

export type NewTable = {
  readonly effectiveFrom: string
  readonly source: UnitLimitTable['source']
  readonly fileName: string
  readonly sha256: string
  readonly report: unknown
  readonly rowsSha256: string
  readonly rows: number
}

export type Kept = { readonly outcome: 'installed' | 'same-rows'; readonly version: number }
type Version = { readonly id: number; readonly version: number }

/**
 * One table in one transaction. `feed` puts every limit and then says what the file was; if it throws, nothing stays.
 * What equals a version already held adds nothing.
 */
export function keepTable(grant: Grant<'schedule:import'>, feed: FeedRows<NewTable>): Promise<Kept> {
  return bulkLoad(grant, async (load) => {
    // One import at a time, as with releases: versions are counted.
    await load.query('select pg_advisory_xact_lock(72707371)')
    const table = await load.stage('staged_limits', STAGING, feed)
    const same = await load.query<Version>(
      `select id, version from unit_limit_tables where effective_from = $1 and source = $2 and rows_sha256 = $3`,
      [table.effectiveFrom, table.source, table.rowsSha256],
    )
    const [before] = same.rows
    if (!before) return { outcome: 'installed', version: await addVersion(load, table) }
    if (table.source === 'built-in') await bringBack(load, before.id, table)
    return { outcome: 'same-rows', version: before.version }
  })
}

/** The content at hand decides which built-in version is in use, also when it goes back to an earlier one. */
async function bringBack(load: BulkLoad, id: number, { effectiveFrom }: NewTable): Promise<void> {
  const left = await load.query(
    `update unit_limit_tables set current = false where effective_from = $1 and current and source = 'built-in' and id <> $2`,
    [effectiveFrom, id],
  )
  if (left.rowCount) await load.query('update unit_limit_tables set current = true where id = $1', [id])
}

async function addVersion(load: BulkLoad, table: NewTable): Promise<number> {
  // The file of CMS takes the place of what the built-in catalog knows; the other way round never.
  const official = await load.query(`select from unit_limit_tables where effective_from = $1 and source = 'official'`, [
    table.effectiveFrom,
  ])
  const current = table.source === 'official' || official.rowCount === 0
  if (current) {
    await load.query('update unit_limit_tables set current = false where effective_from = $1 and current', [
      table.effectiveFrom,
    ])
  }
  const made = await load.query<Version>(
    `insert into unit_limit_tables (effective_from, version, source, file_name, sha256, rows_sha256, rows, current, report)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8
     from unit_limit_tables where effective_from = $1 returning id, version`,
    [table.effectiveFrom, table.source, table.fileName, table.sha256, table.rowsSha256, table.rows, current,
      JSON.stringify(table.report)], // prettier-ignore
  )
  const [row] = made.rows
  if (!row) throw new Error('the table of unit limits was not inserted')
  await load.query('insert into unit_limits select $1::int, code, units, scope from staged_limits', [row.id])
  await load.query(
    `insert into audit (actor, action, subject, detail) values ('import', 'unit-limits.installed', $1, $2)`,
    [`${table.effectiveFrom} v${row.version}`, JSON.stringify({ file: table.fileName, rows: table.rows })],
  )
  return row.version
}
