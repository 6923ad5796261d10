import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import type { CalculatedLine, ManualValue, Warning } from '@/lib/domain/crediting/case'
import { manualTotals } from '@/lib/domain/crediting/manual-totals'
import { now } from '@/lib/server/clock'
import { ask, sql, type Tx } from '@/lib/server/db'
import type { CaseToKeep } from '../entries/schema'
import type { CaseItem, ListCases } from './schema'

type Read = Grant<'case:read'> | Grant<'case:write'>
type Write = Grant<'case:write'>

const day = (date: Date): string => date.toISOString().slice(0, 10)
const asDate = (date: string): Date => new Date(`${date}T00:00:00Z`)

const columnsOf = (each: CaseToKeep) => ({
  workplaceId: each.workplaceId,
  dateOfService: asDate(each.dateOfService),
  placeOfService: each.placeOfService,
  role: each.role,
  payer: each.payer,
  label: each.label,
  minutes: each.minutes,
  policy: each.calculated.policy,
  allowed: each.calculated.totals.allowed,
  workRvu: each.calculated.totals.workRvu,
  creditedWorkRvu: each.calculated.totals.creditedWorkRvu,
  trainingWorkRvu: each.trainingWorkRvu,
  warnings: each.calculated.warnings as unknown as object[],
})

const linesOf = (ownerId: string, each: CaseToKeep) =>
  each.calculated.lines.map((line, position) => ({
    ownerId,
    caseId: each.id,
    position,
    code: line.code,
    modifiers: [...line.modifiers],
    units: line.units,
    postoperativeDays: each.postoperativeDays[position] ?? null,
    releaseVersion: each.versions.get(line.release ?? '') ?? null,
    workRvu: line.workRvu,
    creditedWorkRvu: line.creditedWorkRvu,
    trainingWorkRvu: line.trainingWorkRvu,
    allowed: line.allowed,
    ...(each.manual[position] ? { manual: each.manual[position] as object } : {}),
    calculated: line as unknown as object,
  }))

/** Which of these ids a case of theirs has, deleted ones too. */
export async function idsInUse(tx: Tx, grant: Write, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const where = { ownerId: ownerOf(grant), id: { in: [...ids] } }
  const found = await tx.case.findMany({ where, select: { id: true } })
  return new Set(found.map(({ id }) => id))
}

type Made = { readonly id: string; readonly createdAt: Date; readonly version: number }

/** A case and a line as rows of JSON, in the names of the tables. */
const caseRow = (each: CaseToKeep) => ({
  id: each.id, workplace_id: each.workplaceId, date_of_service: each.dateOfService,
  place_of_service: each.placeOfService, role: each.role, payer: each.payer, label: each.label, minutes: each.minutes,
  sample: each.sample, policy: each.calculated.policy, allowed: each.calculated.totals.allowed,
  work_rvu: each.calculated.totals.workRvu, credited_work_rvu: each.calculated.totals.creditedWorkRvu,
  training_work_rvu: each.trainingWorkRvu, warnings: each.calculated.warnings,
}) // prettier-ignore

const lineRow = (line: ReturnType<typeof linesOf>[number]) => ({
  case_id: line.caseId, position: line.position, code: line.code, modifiers: line.modifiers, units: line.units,
  postoperative_days: line.postoperativeDays, release_version: line.releaseVersion, work_rvu: line.workRvu,
  credited_work_rvu: line.creditedWorkRvu, training_work_rvu: line.trainingWorkRvu, allowed: line.allowed,
  manual: line.manual ?? null, calculated: line.calculated,
}) // prettier-ignore

/**
 * Inserts cases whose ids are new and leaves the others as they are. Returns what was new, by id. One statement, since
 * every case that is logged waits for it; in the order of ids, or two batches could wait for each other.
 */
export async function insertCases(
  tx: Tx,
  grant: Write,
  cases: readonly CaseToKeep[],
): Promise<ReadonlyMap<string, CaseItem>> {
  const ownerId = ownerOf(grant)
  if (cases.length === 0) return new Map()
  const rows = JSON.stringify(cases.map(caseRow))
  const lines = JSON.stringify(cases.flatMap((each) => linesOf(ownerId, each)).map(lineRow))
  const made = await ask<Made>(
    tx,
    sql`
    with made as (
      insert into cases (owner_id, id, workplace_id, date_of_service, place_of_service, role, payer, label, minutes,
        sample, policy, allowed, work_rvu, credited_work_rvu, training_work_rvu, warnings)
      select ${ownerId}::uuid, g.* from jsonb_to_recordset(${rows}::jsonb) as g(id uuid, workplace_id uuid,
        date_of_service date, place_of_service text, role text, payer text, label text, minutes integer,
        sample boolean, policy text, allowed numeric, work_rvu numeric, credited_work_rvu numeric,
        training_work_rvu numeric, warnings jsonb)
      order by g.id on conflict do nothing returning id, created_at, version),
    lines as (
      insert into case_lines (owner_id, case_id, position, code, modifiers, units, postoperative_days,
        release_version, work_rvu, credited_work_rvu, training_work_rvu, allowed, manual, calculated)
      select ${ownerId}::uuid, g.* from jsonb_to_recordset(${lines}::jsonb) as g(case_id uuid, "position" integer,
        code text, modifiers text[], units integer, postoperative_days integer, release_version integer,
        work_rvu numeric, credited_work_rvu numeric, training_work_rvu numeric, allowed numeric, manual jsonb, calculated jsonb)
      join made on made.id = g.case_id)
    select id, created_at as "createdAt", version from made`,
  )
  const fresh = new Map(made.map((row) => [row.id, row]))
  return new Map(
    cases.flatMap((each) => {
      const row = fresh.get(each.id)
      return row ? [[each.id, keptItem(each, row)] as const] : []
    }),
  )
}

type Head = Pick<CaseItem, 'id' | 'placeOfService' | 'role' | 'workplaceId' | 'payer' | 'label' | 'minutes' | 'sample'>
const headOf = ({ id, placeOfService, role, workplaceId, payer, label, minutes, sample }: Head): Head => ({
  id, placeOfService, role, workplaceId, payer, label, minutes, sample,
}) // prettier-ignore

function keptItem(each: CaseToKeep, row: Made): CaseItem {
  const { calculated, postoperativeDays, manual, trainingWorkRvu } = each
  const { allowed, workRvu, creditedWorkRvu } = calculated.totals
  return {
    ...headOf(each),
    dateOfService: each.dateOfService,
    loggedAt: row.createdAt.toISOString(),
    policy: calculated.policy,
    lines: calculated.lines.map((line, at) => ({
      ...line,
      postoperativeDays: postoperativeDays[at] ?? null,
      manual: manual[at] ?? null,
    })),
    totals: { allowed, workRvu, creditedWorkRvu, trainingWorkRvu, manual: calculated.totals.manual },
    warnings: calculated.warnings,
    version: row.version,
  }
}

/** Replaces a case of this version; false when it has another by now. */
export async function replaceCase(tx: Tx, grant: Write, each: CaseToKeep, version: number): Promise<boolean> {
  const ownerId = ownerOf(grant)
  const { count } = await tx.case.updateMany({
    where: { ownerId, id: each.id, version, deletedAt: null },
    data: { ...columnsOf(each), version: version + 1, updatedAt: now() },
  })
  if (count === 0) return false
  await tx.caseLine.deleteMany({ where: { ownerId, caseId: each.id } })
  await tx.caseLine.createMany({ data: linesOf(ownerId, each) })
  return true
}

/** Marks cases deleted, or restores them. Returns how many there were to mark. */
export async function markDeleted(
  tx: Tx,
  grant: Write,
  where: { readonly ids: readonly string[]; readonly version?: number },
  deleted: boolean,
): Promise<number> {
  const { count } = await tx.case.updateMany({
    where: {
      ownerId: ownerOf(grant),
      id: { in: [...where.ids] },
      deletedAt: deleted ? null : { not: null },
      ...(where.version === undefined ? {} : { version: where.version }),
    },
    data: { deletedAt: deleted ? now() : null, version: { increment: 1 }, updatedAt: now() },
  })
  return count
}

const SELECT = {
  id: true, dateOfService: true, placeOfService: true, role: true, workplaceId: true, payer: true, label: true,
  minutes: true, sample: true, version: true, createdAt: true, policy: true, allowed: true, workRvu: true, creditedWorkRvu: true,
  trainingWorkRvu: true, warnings: true,
  lines: { select: { calculated: true, postoperativeDays: true, manual: true }, orderBy: { position: 'asc' } },
} as const // prettier-ignore

type Stored = Awaited<ReturnType<typeof findStored>>[number]

const findStored = (tx: Tx, ownerId: string, ids: readonly string[]) =>
  tx.case.findMany({ where: { ownerId, id: { in: [...ids] }, deletedAt: null }, select: SELECT })

/** What lines were saved without before the interface answered it. */
const SINCE = { limitingCharge: null, anesthesia: null }

const toItem = (row: Stored): CaseItem => ({
  ...headOf(row),
  dateOfService: day(row.dateOfService),
  loggedAt: row.createdAt.toISOString(),
  policy: row.policy,
  lines: row.lines.map(({ calculated, postoperativeDays, manual }) => ({
    ...SINCE,
    ...(calculated as unknown as CalculatedLine),
    postoperativeDays,
    manual: manual as ManualValue | null,
  })),
  totals: {
    allowed: row.allowed.toFixed(2),
    workRvu: row.workRvu.toFixed(2),
    creditedWorkRvu: row.creditedWorkRvu.toFixed(4),
    trainingWorkRvu: row.trainingWorkRvu.toFixed(4),
    manual: manualTotals(row.lines.map(({ calculated }) => calculated as unknown as CalculatedLine)),
  },
  warnings: row.warnings as unknown as Warning[],
  version: row.version,
})

export async function readCases(tx: Tx, grant: Read, ids: readonly string[]): Promise<readonly CaseItem[]> {
  if (ids.length === 0) return []
  const found = new Map((await findStored(tx, ownerOf(grant), ids)).map((row) => [row.id, toItem(row)]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The key of the last case of a page: pages go by key, so that nothing shifts while cases are added. */
export type CaseKey = { readonly dateOfService: string; readonly loggedAt: string; readonly id: string }

/** Newest date of service first, and within it what was logged last. Index: cases_live_by_day. */
export async function readCasePage(
  tx: Tx,
  grant: Read,
  filter: Omit<ListCases, 'cursor'>,
  after: CaseKey | null,
): Promise<readonly CaseItem[]> {
  const past = after && [
    { dateOfService: { lt: asDate(after.dateOfService) } },
    { dateOfService: asDate(after.dateOfService), createdAt: { lt: new Date(after.loggedAt) } },
    { dateOfService: asDate(after.dateOfService), createdAt: new Date(after.loggedAt), id: { gt: after.id } },
  ]
  const found = await tx.case.findMany({
    where: {
      ownerId: ownerOf(grant),
      deletedAt: null,
      ...(past ? { OR: past } : {}),
      dateOfService: {
        ...(filter.from ? { gte: asDate(filter.from) } : {}),
        ...(filter.to ? { lte: asDate(filter.to) } : {}),
      },
      ...(filter.code ? { lines: { some: { code: filter.code } } } : {}),
    },
    select: SELECT,
    orderBy: [{ dateOfService: 'desc' }, { createdAt: 'desc' }, { id: 'asc' }],
    take: filter.limit + 1,
  })
  return found.map(toItem)
}

/** One day's cases in the order logged, with their sums. Index: cases_live_by_day. */
export async function readDay(
  tx: Tx,
  grant: Read,
  date: string,
): Promise<{ items: readonly CaseItem[]; credited: string; training: string }> {
  const where = { ownerId: ownerOf(grant), dateOfService: asDate(date), deletedAt: null }
  const found = await tx.case.findMany({ where, select: SELECT, orderBy: { createdAt: 'asc' }, take: 100 })
  const sums = await tx.case.aggregate({ where, _sum: { creditedWorkRvu: true, trainingWorkRvu: true } })
  return {
    items: found.map(toItem),
    credited: (sums._sum.creditedWorkRvu ?? 0).toFixed(4),
    training: (sums._sum.trainingWorkRvu ?? 0).toFixed(4),
  }
}

export type CaseCounts = {
  readonly cases: number
  readonly credited: string
  readonly training: string
  /** Work of the lines with values entered by hand, in neither of the two. */
  readonly entered: string
  readonly sample: boolean
}

/** How many cases there are and what they add up to, all time. Indexes: cases_live_by_day, case_lines_manual. */
export async function countCases(tx: Tx, grant: Read): Promise<CaseCounts> {
  const owner = ownerOf(grant)
  const [counts] = await ask<CaseCounts>(
    tx,
    sql`select count(*)::int as cases, coalesce(bool_or(sample), false) as sample,
        round(coalesce(sum(credited_work_rvu), 0), 4)::text as credited,
        round(coalesce(sum(training_work_rvu), 0), 4)::text as training,
        (select round(coalesce(sum(coalesce(l.training_work_rvu, l.credited_work_rvu)), 0), 4)::text
          from case_lines l join cases c on c.owner_id = l.owner_id and c.id = l.case_id
          where l.owner_id = ${owner}::uuid and l.manual is not null and c.deleted_at is null) as entered
      from cases where owner_id = ${owner}::uuid and deleted_at is null`,
  )
  if (!counts) throw new Error('an aggregate has a row')
  return counts
}
