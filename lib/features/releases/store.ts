import type { Grant } from '@/lib/domain/access/grant'
import type { AnesthesiaFactor } from '@/lib/domain/schedule/anes-file'
import type { Locality } from '@/lib/domain/schedule/locality'
import type { LocalityCounties } from '@/lib/domain/schedule/locality-county-file'
import type { Release } from '@/lib/domain/schedule/release'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import { calendarDate } from '@/lib/domain/shared/date'
import { conversionFactor, printConversionFactor, printIndex, printRvu, printShare } from '@/lib/domain/shared/exact'
import { bulkLoad, type BulkLoad, type FeedRows, type StagedValue } from '@/lib/server/copy'
import { askPublic, publicDb, sql } from '@/lib/server/db'
import { remembered } from '@/lib/server/remembered'
import { sha256 } from '@/lib/server/secret'

export type InstalledRelease = Release & {
  readonly versionId: number
  readonly rows: number
  readonly sha256: string
  readonly fileName: string
  readonly installedAt: Date
}

/** Every current release, oldest first. */
export const readReleases = remembered(async (): Promise<readonly InstalledRelease[]> => {
  const found = await publicDb().release.findMany({
    where: { current: true },
    orderBy: [{ effectiveFrom: 'asc' }, { releaseId: 'asc' }],
    omit: { report: true },
  })
  return found.map((row) => ({
    versionId: row.id,
    id: row.releaseId,
    version: row.version,
    effectiveFrom: calendarDate(row.effectiveFrom.toISOString().slice(0, 10)),
    source: row.source === 'official' ? 'official' : 'built-in',
    priced: row.priced,
    conversionFactors: {
      standard: conversionFactor(row.cfStandard.toFixed(4)),
      qualifyingApm: row.cfQualifying ? conversionFactor(row.cfQualifying.toFixed(4)) : null,
    },
    rows: row.rows,
    sha256: row.sha256,
    fileName: row.fileName,
    installedAt: row.installedAt,
  }))
})

/** The release of a file taken before; null for a new one. */
export async function releaseOfFile(sha256: string): Promise<{ releaseId: string; version: number } | null> {
  const [found] = await askPublic<{ releaseId: string; version: number }>(sql`
    select r.release_id as "releaseId", r.version from release_files f join releases r on r.id = f.release_version
    where f.sha256 = ${sha256}`)
  return found ?? null
}

/** The staging table, of the types of schedule_rows: COPY converts and checks each value, and nothing does it again. */
const COLUMNS = [
  'code char(5)', 'modifier varchar(2)', 'status char(1)', 'not_used boolean', 'work numeric(8,2)',
  'pe_nf numeric(8,2)', 'pe_f numeric(8,2)', 'mp numeric(8,2)', 'opps_nf numeric(8,2)', 'opps_f numeric(8,2)',
  'opps_mp numeric(8,2)', 'pre numeric(4,2)', 'intra numeric(4,2)', 'post numeric(4,2)', 'rarely_nf boolean',
  'rarely_f boolean', 'pc_tc text', 'global_period text', 'multiple text', 'bilateral text', 'assistant text',
  'co_surgeon text', 'team text', 'endo_base text', 'supervision text', 'family text',
] // prettier-ignore
const STAGING = COLUMNS.join(', ')
const STAGED = COLUMNS.map((column) => column.split(' ', 1).join('')).join(', ')

/** A schedule row in the order of the staging table. */
export function stagedRow(row: ScheduleRow): readonly StagedValue[] {
  const { payment } = row
  const amounts = payment
    ? [payment.nonFacilityPe, payment.facilityPe, payment.malpractice, payment.oppsNonFacilityPe,
        payment.oppsFacilityPe, payment.oppsMalpractice].map(printRvu) // prettier-ignore
    : [null, null, null, null, null, null]
  return [
    row.code, row.modifier, row.status, row.notUsedForPayment, printRvu(row.work), ...amounts,
    printShare(row.preOp), printShare(row.intraOp), printShare(row.postOp), row.rarelyNonFacility, row.rarelyFacility,
    row.pcTc, row.globalPeriod, row.multipleProcedure, row.bilateral, row.assistant, row.coSurgeon, row.team,
    row.endoscopyBase, row.supervision, row.imagingFamily,
  ] // prettier-ignore
}

const INSERT_ROWS = `insert into schedule_rows (release_version, code, modifier, status, not_used_for_payment, work,
  non_facility_pe, facility_pe, malpractice, opps_non_facility_pe, opps_facility_pe, opps_malpractice, pre_op, intra_op,
  post_op, rarely_non_facility, rarely_facility, pc_tc, global_period, multiple_procedure, bilateral, assistant,
  co_surgeon, team, endoscopy_base, supervision, imaging_family)
  select $1::int, ${STAGED} from staged_rows`

/** What is known of a release before its rows are read. */
export type StatedRelease = {
  readonly id: string
  readonly effectiveFrom: string
  readonly source: 'built-in' | 'official'
  readonly fileName: string
  readonly sha256: string
  readonly priced: boolean
}

export type NewRelease = StatedRelease & {
  readonly standard: string
  readonly qualifyingApm: string | null
  readonly report: unknown
  readonly rowsSha256: string
  readonly rows: number
  readonly localities: readonly Locality[]
  readonly anesthesia: readonly AnesthesiaFactor[]
  readonly counties: readonly LocalityCounties[]
}

export type Kept = { readonly outcome: 'installed' | 'same-rows'; readonly version: number }

/**
 * One release in one transaction. `feed` puts every row and then says what the file was; if it throws, nothing stays.
 * Rows go into their table while the next are read. What equals a version already held adds nothing but the file's
 * name, and parts that version lacked.
 */
export function keepRelease(
  grant: Grant<'schedule:import'>,
  stated: StatedRelease,
  feed: FeedRows<Omit<NewRelease, keyof StatedRelease>>,
): Promise<Kept> {
  return bulkLoad(grant, async (load) => {
    // One import at a time: versions are counted.
    await load.query('select pg_advisory_xact_lock(72707371)')
    await load.query('savepoint before_version')
    const begun = await beginVersion(load, stated)
    const insert = { sql: INSERT_ROWS, values: [begun.id] }
    const release = { ...stated, ...(await load.stageInParts('staged_rows', STAGING, insert, feed)) }
    const same = await findVersion(load, release)
    if (same) await load.query('rollback to savepoint before_version')
    else await finishVersion(load, begun, release)
    const { id, version } = same ?? begun
    const added = await addParts(load, id, release)
    await recordFile(load, id, release)
    const again = same !== null && (await bringBack(load, id, release))
    if (!same || added || again) await raiseRevision(load, 'schedule', release.rowsSha256)
    return { outcome: same ? 'same-rows' : 'installed', version }
  })
}

/** Tells every instance that a subject changed. */
export async function raiseRevision(load: BulkLoad, subject: string, checksum: string): Promise<void> {
  await load.query(
    `insert into revisions (subject, revision, checksum) values ($1, 1, $2)
    on conflict (subject) do update set revision = revisions.revision + 1, checksum = $2, changed_at = now()`,
    [subject, checksum],
  )
}

/** A built-in release carries the hash of the official file it was read from, which is not taken by that. */
async function recordFile(load: BulkLoad, id: number, release: NewRelease): Promise<void> {
  if (release.source === 'built-in') return
  await load.query(
    'insert into release_files (sha256, release_version, file_name) values ($1, $2, $3) on conflict do nothing',
    [release.sha256, id, release.fileName],
  )
}

/** The content at hand decides which built-in version is in use, also when it goes back to an earlier one. */
async function bringBack(load: BulkLoad, id: number, release: NewRelease): Promise<boolean> {
  if (release.source === 'official') return false
  const used = await load.query<{ id: number; source: string }>(
    'select id, source from releases where release_id = $1 and current',
    [release.id],
  )
  const [row] = used.rows
  if (!row || row.id === id || row.source === 'official') return false
  await load.query('update releases set current = false where id = $1', [row.id])
  await load.query('update releases set current = true where id = $1', [id])
  return true
}

type Version = { readonly id: number; readonly version: number }

/** The held version with these rows, unless its indices or factors say otherwise: CMS corrects those alone, too. */
async function findVersion(load: BulkLoad, release: NewRelease): Promise<Version | null> {
  const held = await load.query<Version>(
    `select id, version from releases where release_id = $1 and source = $2 and rows_sha256 = any($3)
     order by current desc, version desc`,
    [release.id, release.source, [release.rowsSha256, withParts(release)]],
  )
  for (const version of held.rows) if (await partsAgree(load, version.id, release)) return version
  return null
}

type Part = { readonly table: string; readonly columns: readonly string[]; readonly rows: readonly object[] }

const partsOf = (release: NewRelease): readonly Part[] => [
  {
    table: 'localities',
    columns: ['carrier', 'locality', 'name', 'state', 'work_index', 'practice_expense_index', 'malpractice_index'],
    rows: release.localities.map(({ carrier, locality, name, state, gpci }) => ({
      carrier, locality, name, state, work_index: printIndex(gpci.work),
      practice_expense_index: printIndex(gpci.practiceExpense), malpractice_index: printIndex(gpci.malpractice),
    })), // prettier-ignore
  },
  {
    table: 'anesthesia_factors',
    columns: ['carrier', 'locality', 'conversion_factor'],
    rows: release.anesthesia.map(({ carrier, locality, factor }) => ({
      carrier, locality, conversion_factor: printConversionFactor(factor),
    })), // prettier-ignore
  },
  {
    table: 'locality_counties',
    columns: ['carrier', 'locality', 'state', 'area', 'coverage', 'counties'],
    rows: release.counties,
  },
]

const withParts = (release: NewRelease): string =>
  sha256(release.rowsSha256 + JSON.stringify(partsOf(release).map(({ rows }) => rows)))

/** True where each part is missing on one side or has the same numbers on both. */
async function partsAgree(load: BulkLoad, id: number, release: NewRelease): Promise<boolean> {
  for (const { table, columns, rows } of partsOf(release)) {
    const numbers = columns.filter((column) => /_index|_factor$/.test(column))
    if (rows.length === 0 || numbers.length === 0) continue
    const different = await load.query(
      `select from (select * from ${table} where release_version = $1) held
       full join jsonb_populate_recordset(null::${table}, $2) given using (carrier, locality)
       where (${numbers.map((column) => `held.${column}`).join(', ')})
         is distinct from (${numbers.map((column) => `given.${column}`).join(', ')})
       and exists (select from ${table} where release_version = $1) limit 1`,
      [id, JSON.stringify(rows)],
    )
    if (different.rowCount) return false
  }
  return true
}

async function addParts(load: BulkLoad, id: number, release: NewRelease): Promise<boolean> {
  let added = 0
  for (const { table, columns, rows } of partsOf(release)) {
    const inserted = await load.query(
      `insert into ${table} (release_version, ${columns.join(', ')})
       select $1, ${columns.join(', ')} from jsonb_populate_recordset(null::${table}, $2) on conflict do nothing`,
      [id, JSON.stringify(rows)],
    )
    added += inserted.rowCount ?? 0
  }
  return added > 0
}

/** A version that nothing uses yet, for its rows to belong to. The hash of the file stands for that of the rows. */
async function beginVersion(load: BulkLoad, stated: StatedRelease): Promise<Version> {
  const { id, effectiveFrom, source, fileName, sha256, priced } = stated
  const made = await load.query<Version>(
    `insert into releases (release_id, version, effective_from, source, file_name, sha256, rows_sha256, rows, priced,
       current, cf_standard, report)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $5, 0, $6, false, 0, '{}'
     from releases where release_id = $1 returning id, version`,
    [id, effectiveFrom, source, fileName, sha256, priced],
  )
  const [row] = made.rows
  if (!row) throw new Error('the release was not inserted')
  return row
}

async function finishVersion(load: BulkLoad, { id, version }: Version, release: NewRelease): Promise<void> {
  const { standard, qualifyingApm, report, rows } = release
  // The file of CMS takes the place of what the built-in catalog knows; the other way round never.
  const official = await load.query(`select 1 from releases where release_id = $1 and source = 'official'`, [
    release.id,
  ])
  const current = release.source === 'official' || official.rowCount === 0
  if (current) await load.query('update releases set current = false where release_id = $1 and current', [release.id])
  const taken = await load.query('select 1 from releases where release_id = $1 and rows_sha256 = $2', [
    release.id,
    release.rowsSha256,
  ])
  const rowsSha256 = taken.rowCount ? withParts(release) : release.rowsSha256
  await load.query(
    `update releases set rows_sha256 = $2, rows = $3, current = $4, cf_standard = $5, cf_qualifying = $6, report = $7
     where id = $1`,
    [id, rowsSha256, rows, current, standard, qualifyingApm, JSON.stringify(report)],
  )
  await load.query(
    `insert into audit (actor, action, subject, detail) values ('import', 'release.installed', $1, $2)`,
    [`${release.id} v${String(version)}`, JSON.stringify({ file: release.fileName, rows })],
  )
}
