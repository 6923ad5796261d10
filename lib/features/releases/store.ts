import type { Grant } from '@/lib/domain/access/grant'
import type { AnesthesiaFactor } from '@/lib/domain/schedule/anes-file'
import type { Locality } from '@/lib/domain/schedule/locality'
import type { LocalityCounties } from '@/lib/domain/schedule/locality-county-file'
import type { Release } from '@/lib/domain/schedule/release'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import { calendarDate } from '@/lib/domain/shared/date'
import { conversionFactor, printConversionFactor, printIndex, printRvu, printShare } from '@/lib/domain/shared/exact'
import { bulkLoad, type BulkLoad, type PutRow, type StagedValue } from '@/lib/server/copy'
import { publicDb } from '@/lib/server/db'

export type InstalledRelease = Release & {
  readonly versionId: number
  readonly rows: number
  readonly sha256: string
  readonly fileName: string
}

/** Every current release, oldest first. */
export async function readReleases(): Promise<readonly InstalledRelease[]> {
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
  }))
}

/** The release of a file taken before; null for a new one. */
export async function releaseOfFile(sha256: string): Promise<{ releaseId: string; version: number } | null> {
  const [found] = await publicDb().$queryRaw<{ releaseId: string; version: number }[]>`
    select r.release_id as "releaseId", r.version from release_files f join releases r on r.id = f.release_version
    where f.sha256 = ${sha256}`
  return found ?? null
}

const NUMERIC = ['work', 'pe_nf', 'pe_f', 'mp', 'opps_nf', 'opps_f', 'opps_mp', 'pre', 'intra', 'post']
const COLUMNS = ['code', 'modifier', 'status', 'not_used', ...NUMERIC, 'rarely_nf', 'rarely_f', 'pc_tc', 'global_period',
  'multiple', 'bilateral', 'assistant', 'co_surgeon', 'team', 'endo_base', 'supervision', 'family'] // prettier-ignore
const BOOLEAN = new Set(['not_used', 'rarely_nf', 'rarely_f'])
const typeOf = (column: string): string =>
  NUMERIC.includes(column) ? 'numeric(8,2)' : BOOLEAN.has(column) ? 'boolean' : 'text'
const STAGING = COLUMNS.map((column) => `${column} ${typeOf(column)}`).join(', ')

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
  select $1::int, ${COLUMNS.join(', ')} from staged_rows order by code, modifier`

export type NewRelease = {
  readonly id: string
  readonly effectiveFrom: string
  readonly source: 'built-in' | 'official'
  readonly fileName: string
  readonly sha256: string
  readonly priced: boolean
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
 * Rows equal to those of a version already held add nothing but the file's name, and parts that version lacked.
 */
export function keepRelease(
  grant: Grant<'schedule:import'>,
  feed: (put: PutRow) => Promise<NewRelease>,
): Promise<Kept> {
  return bulkLoad(grant, async (load) => {
    // One import at a time: versions are counted.
    await load.query('select pg_advisory_xact_lock(72707371)')
    const release = await load.stage('staged_rows', STAGING, feed)
    const held = await load.query<{ id: number; version: number }>(
      'select id, version from releases where release_id = $1 and rows_sha256 = $2 and source = $3',
      [release.id, release.rowsSha256, release.source],
    )
    const same = held.rows[0]
    const { id, version } = same ?? (await addVersion(load, release))
    await addParts(load, id, release)
    await load.query(
      'insert into release_files (sha256, release_version, file_name) values ($1, $2, $3) on conflict do nothing',
      [release.sha256, id, release.fileName],
    )
    await load.query(
      `insert into revisions (subject, revision, checksum) values ('schedule', 1, $1)
      on conflict (subject) do update set revision = revisions.revision + 1, checksum = $1, changed_at = now()`,
      [release.rowsSha256],
    )
    return { outcome: same ? 'same-rows' : 'installed', version }
  })
}

async function addVersion(load: BulkLoad, release: NewRelease): Promise<{ id: number; version: number }> {
  // The file of CMS takes the place of what the built-in catalog knows; the other way round never.
  const official = await load.query(`select 1 from releases where release_id = $1 and source = 'official'`, [
    release.id,
  ])
  const current = release.source === 'official' || official.rowCount === 0
  if (current) await load.query('update releases set current = false where release_id = $1 and current', [release.id])
  const made = await load.query<{ id: number; version: number }>(
    `insert into releases (release_id, version, effective_from, source, file_name, sha256, rows_sha256, rows, priced,
       current, cf_standard, cf_qualifying, report)
     select $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12
     from releases where release_id = $1 returning id, version`,
    [release.id, release.effectiveFrom, release.source, release.fileName, release.sha256, release.rowsSha256,
      release.rows, release.priced, current, release.standard, release.qualifyingApm, JSON.stringify(release.report)], // prettier-ignore
  )
  const [row] = made.rows
  if (!row) throw new Error('the release was not inserted')
  await load.query(INSERT_ROWS, [row.id])
  await load.query(
    `insert into audit (actor, action, subject, detail) values ('import', 'release.installed', $1, $2)`,
    [`${release.id} v${row.version}`, JSON.stringify({ file: release.fileName, rows: release.rows })],
  )
  return row
}

async function addParts(load: BulkLoad, id: number, release: NewRelease): Promise<void> {
  await load.query(
    `insert into localities select $1, x.* from json_to_recordset($2) as x(carrier text, locality text, name text,
       state text, work numeric, practice_expense numeric, malpractice numeric) on conflict do nothing`,
    [id, JSON.stringify(release.localities.map(({ carrier, locality, name, state, gpci }) => ({
      carrier, locality, name, state, work: printIndex(gpci.work),
      practice_expense: printIndex(gpci.practiceExpense), malpractice: printIndex(gpci.malpractice),
    })))], // prettier-ignore
  )
  await load.query(
    `insert into anesthesia_factors select $1, x.* from json_to_recordset($2) as x(carrier text, locality text,
       factor numeric) on conflict do nothing`,
    [id, JSON.stringify(release.anesthesia.map((row) => ({ ...row, factor: printConversionFactor(row.factor) })))],
  )
  await load.query(
    `insert into locality_counties select $1, x.* from json_to_recordset($2) as x(carrier text, locality text,
       state text, area text, coverage text, counties json) on conflict do nothing`,
    [id, JSON.stringify(release.counties)],
  )
}
