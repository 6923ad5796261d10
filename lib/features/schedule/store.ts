import type { Locality, LocalityKey } from '@/lib/domain/schedule/locality'
import type { GlobalPeriod, PaymentRvus, RowModifier, ScheduleRow, StatusCode } from '@/lib/domain/schedule/row'
import { geographicIndex, rvu, share } from '@/lib/domain/shared/exact'
import { askPublic, publicDb, sql } from '@/lib/server/db'
import { alsoForget } from '@/lib/server/remembered'

type Stored = Awaited<ReturnType<ReturnType<typeof publicDb>['scheduleRow']['findMany']>>[number]
type Amount = { toFixed: (places: number) => string }

const amount = (value: Amount | null) => rvu(value?.toFixed(2) ?? '0')

function paymentOf(row: Stored): PaymentRvus | null {
  if (row.nonFacilityPe === null) return null
  return {
    nonFacilityPe: amount(row.nonFacilityPe),
    facilityPe: amount(row.facilityPe),
    malpractice: amount(row.malpractice),
    oppsNonFacilityPe: amount(row.oppsNonFacilityPe),
    oppsFacilityPe: amount(row.oppsFacilityPe),
    oppsMalpractice: amount(row.oppsMalpractice),
  }
}

const toRow = (row: Stored): ScheduleRow => ({
  code: row.code,
  modifier: row.modifier as RowModifier,
  status: row.status as StatusCode,
  notUsedForPayment: row.notUsedForPayment,
  work: amount(row.work),
  payment: paymentOf(row),
  rarelyNonFacility: row.rarelyNonFacility,
  rarelyFacility: row.rarelyFacility,
  pcTc: row.pcTc,
  globalPeriod: row.globalPeriod as GlobalPeriod,
  preOp: share(row.preOp.toFixed(2)),
  intraOp: share(row.intraOp.toFixed(2)),
  postOp: share(row.postOp.toFixed(2)),
  multipleProcedure: row.multipleProcedure,
  bilateral: row.bilateral,
  assistant: row.assistant,
  coSurgeon: row.coSurgeon,
  team: row.team,
  endoscopyBase: row.endoscopyBase,
  supervision: row.supervision,
  imagingFamily: row.imagingFamily,
})

export type RowsByCode = ReadonlyMap<string, readonly ScheduleRow[]>

// A version never changes once it is there, so what was read of it can be kept; two instances cannot disagree.
const held = new Map<number, Map<string, readonly ScheduleRow[]>>()
const MOST_CODES_HELD = 60_000
alsoForget(() => held.clear())

/** The rows of some codes in one version, kept in memory; codes it lacks map to no rows. */
export async function readRows(versionId: number, codes: readonly string[]): Promise<RowsByCode> {
  const version = heldOf(versionId)
  const missing = [...new Set(codes)].filter((code) => !version.has(code))
  if (missing.length > 0) {
    const found = await publicDb().scheduleRow.findMany({
      where: { releaseVersion: versionId, code: { in: missing } },
      orderBy: [{ code: 'asc' }, { modifier: 'asc' }],
    })
    for (const code of missing) version.set(code, [])
    keep(version, found)
  }
  return version
}

/** Every row of one version: for the parser, which must know what exists before it reads. */
export async function readAllRows(versionId: number): Promise<RowsByCode> {
  const version = heldOf(versionId)
  const found = await publicDb().scheduleRow.findMany({
    where: { releaseVersion: versionId },
    orderBy: [{ code: 'asc' }, { modifier: 'asc' }],
  })
  keep(version, found)
  return version
}

function heldOf(versionId: number): Map<string, readonly ScheduleRow[]> {
  const codes = [...held.values()].reduce((sum, version) => sum + version.size, 0)
  if (codes > MOST_CODES_HELD) held.clear()
  const version = held.get(versionId) ?? new Map<string, readonly ScheduleRow[]>()
  held.set(versionId, version)
  return version
}

function keep(version: Map<string, readonly ScheduleRow[]>, found: readonly Stored[]): void {
  const byCode = new Map<string, ScheduleRow[]>()
  for (const row of found) byCode.set(row.code, [...(byCode.get(row.code) ?? []), toRow(row)])
  for (const [code, rows] of byCode) version.set(code, rows)
}

/** Which of these codes are in any installed release. */
export async function readKnown(codes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await askPublic<{ code: string }>(sql`
    select distinct c.code from unnest(${[...codes]}::text[]) as c(code)
    where exists (
      select 1 from releases r join schedule_rows s on s.release_version = r.id and s.code = c.code where r.current)`)
  return new Set(rows.map((row) => row.code))
}

/** Every code of every current release. */
export async function readAllCodes(): Promise<ReadonlySet<string>> {
  const rows = await askPublic<{ code: string }>(sql`
    select distinct s.code from releases r join schedule_rows s on s.release_version = r.id where r.current`)
  return new Set(rows.map((row) => row.code))
}

export async function readLocality(versionId: number, key: LocalityKey): Promise<Locality | null> {
  const [found] = await readLocalities(versionId, key)
  return found ?? null
}

export async function readLocalities(versionId: number, key?: LocalityKey): Promise<readonly Locality[]> {
  const found = await publicDb().locality.findMany({
    where: { releaseVersion: versionId, ...(key ? { carrier: key.carrier, locality: key.locality } : {}) },
    orderBy: [{ state: 'asc' }, { name: 'asc' }, { carrier: 'asc' }, { locality: 'asc' }],
  })
  return found.map((row) => ({
    carrier: row.carrier,
    locality: row.locality,
    name: row.name,
    state: row.state.trim(),
    gpci: {
      work: geographicIndex(row.workIndex.toFixed(3)),
      practiceExpense: geographicIndex(row.practiceExpenseIndex.toFixed(3)),
      malpractice: geographicIndex(row.malpracticeIndex.toFixed(3)),
    },
  }))
}
