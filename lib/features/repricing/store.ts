import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import type { CalendarDate } from '@/lib/domain/shared/date'
import { now } from '@/lib/server/clock'
import { ask, sql, type Tx } from '@/lib/server/db'
import type { CaseItem } from '../cases/schema'
import type { CaseToKeep } from '../entries/schema'
import { REPRICE, type RepriceOrder, type RepricedCase, type Repricing, type RepricingState } from './schema'

type Write = Grant<'case:write'>

export async function insertRepricing(tx: Tx, grant: Write, id: string): Promise<void> {
  await tx.repricing.create({ data: { id, ownerId: ownerOf(grant) } })
}

export async function insertJob(tx: Tx, grant: Write, order: Omit<RepriceOrder, 'owner'>): Promise<void> {
  const owner = ownerOf(grant)
  await tx.job.create({ data: { kind: REPRICE, input: { ...order, owner }, createdBy: owner } })
}

/** Moves it on; false where it is not in the state that this starts from. */
export async function moveTo(
  tx: Tx,
  grant: Write,
  id: string,
  [from, to]: readonly [RepricingState, RepricingState],
): Promise<boolean> {
  const finishedAt = ['declined', 'done', 'taken-back'].includes(to) ? now() : null
  const where = { ownerId: ownerOf(grant), id, state: from }
  return (await tx.repricing.updateMany({ where, data: { state: to, finishedAt } })).count === 1
}

export async function countSeen(tx: Tx, grant: Write, id: string, seen: number, refused: number): Promise<void> {
  const data = { seen: { increment: seen }, refused: { increment: refused } }
  await tx.repricing.updateMany({ where: { ownerId: ownerOf(grant), id }, data })
}

/** For a comparison that starts over: a job whose runner was lost runs again. */
export async function forgetCompared(tx: Tx, grant: Write, id: string): Promise<void> {
  await tx.repricedCase.deleteMany({ where: { ownerId: ownerOf(grant), repricingId: id } })
  await tx.repricing.updateMany({ where: { ownerId: ownerOf(grant), id }, data: { seen: 0, refused: 0 } })
}

/** Removes one that never came to an end, as if it had not been asked for. */
export async function dropComparison(tx: Tx, grant: Write, id: string): Promise<void> {
  await tx.repricing.deleteMany({ where: { ownerId: ownerOf(grant), id, state: 'comparing' } })
}

/** What the last of one's jobs says, where that failed. */
export async function findFailure(tx: Tx, grant: Grant<'case:read'>): Promise<string | null> {
  const last = await tx.job.findFirst({
    where: { kind: REPRICE, createdBy: ownerOf(grant) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { state: true, progress: true },
  })
  return last?.state === 'failed' ? last.progress : null
}

/** The next cases of one's own work in the order of ids; samples are nobody's work. */
export async function idsAfter(tx: Tx, grant: Write, after: string | null, most: number): Promise<readonly string[]> {
  const found = await tx.case.findMany({
    where: { ownerId: ownerOf(grant), deletedAt: null, sample: false, ...(after ? { id: { gt: after } } : {}) },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: most,
  })
  return found.map(({ id }) => id)
}

/** The stored version of the release that each line was saved with, by case, in the order of the lines. */
export async function versionsOf(
  tx: Tx,
  grant: Write,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  const rows = await ask<{ id: string; versions: (number | null)[] }>(
    tx,
    sql`select case_id::text as id, array_agg(release_version order by position) as versions from case_lines
      where owner_id = ${ownerOf(grant)}::uuid and case_id = any(${[...ids]}::uuid[]) group by case_id`,
  )
  return new Map(rows.map(({ id, versions }) => [id, versions]))
}

export type Compared = { readonly before: CaseItem; readonly after: CaseToKeep }

const releasesOf = (lines: CaseItem['lines'] | CaseToKeep['calculated']['lines']): string[] =>
  [...new Set(lines.flatMap(({ release }) => release ?? []))].sort()

export async function insertCompared(tx: Tx, grant: Write, id: string, cases: readonly Compared[]): Promise<void> {
  await tx.repricedCase.createMany({
    data: cases.map(({ before, after }) => ({
      ownerId: ownerOf(grant),
      repricingId: id,
      caseId: before.id,
      caseVersion: before.version,
      policyBefore: before.policy,
      policyAfter: after.calculated.policy,
      releasesBefore: releasesOf(before.lines),
      releasesAfter: releasesOf(after.calculated.lines),
      workBefore: before.totals.workRvu,
      workAfter: after.calculated.totals.workRvu,
      creditedBefore: before.totals.creditedWorkRvu,
      creditedAfter: after.calculated.totals.creditedWorkRvu,
      trainingBefore: before.totals.trainingWorkRvu,
      trainingAfter: after.trainingWorkRvu,
      allowedBefore: before.totals.allowed,
      allowedAfter: after.calculated.totals.allowed,
    })),
  })
}

/** What a case was before it was re-priced, whole. */
export type KeptCase = { readonly item: CaseItem; readonly versions: readonly (number | null)[] }
export type RepricedRow = {
  readonly caseId: string
  readonly caseVersion: number
  readonly agreed: Record<'creditedWorkRvu' | 'trainingWorkRvu' | 'allowed' | 'policy', string>
  readonly kept: KeptCase | null
}

export async function readRepriced(
  tx: Tx,
  grant: Write,
  id: string,
  state: 'offered' | 'applied',
  most: number,
): Promise<readonly RepricedRow[]> {
  const found = await tx.repricedCase.findMany({
    where: { ownerId: ownerOf(grant), repricingId: id, state },
    select: {
      caseId: true,
      caseVersion: true,
      kept: true,
      creditedAfter: true,
      trainingAfter: true,
      allowedAfter: true,
      policyAfter: true,
    },
    orderBy: { caseId: 'asc' },
    take: most,
  })
  return found.map((row) => ({
    caseId: row.caseId,
    caseVersion: row.caseVersion,
    agreed: {
      creditedWorkRvu: row.creditedAfter.toFixed(4),
      trainingWorkRvu: row.trainingAfter.toFixed(4),
      allowed: row.allowedAfter.toFixed(2),
      policy: row.policyAfter,
    },
    kept: row.kept as unknown as KeptCase | null,
  }))
}

type Outcome = { readonly state: 'applied' | 'skipped' | 'taken-back'; readonly kept?: KeptCase }

export async function markRepriced(tx: Tx, grant: Write, id: string, caseId: string, outcome: Outcome): Promise<void> {
  const { state, kept } = outcome
  await tx.repricedCase.updateMany({
    where: { ownerId: ownerOf(grant), repricingId: id, caseId },
    data: { state, ...(kept ? { kept: kept as unknown as object } : {}) },
  })
}

type Row = Omit<Repricing, 'before' | 'after' | 'startedAt' | 'finishedAt'> & {
  readonly before: Repricing['before']
  readonly after: Repricing['after']
  readonly startedAt: Date
  readonly finishedAt: Date | null
}

/** One of them, or the latest; with its sums. What was skipped counts in none. */
export async function findRepricing(
  tx: Tx,
  grant: Write | Grant<'case:read'>,
  id: string | null,
): Promise<Repricing | null> {
  const owner = ownerOf(grant)
  const [row] = await ask<Row>(
    tx,
    sql`select r.id::text as id, r.state, r.seen, r.refused, r.created_at as "startedAt", r.finished_at as "finishedAt",
        (count(c.case_id) filter (where c.state <> 'skipped'))::int as cases,
        (count(c.case_id) filter (where c.state <> 'skipped' and ${MOVED}))::int as moved,
        (count(c.case_id) filter (where c.state in ('applied', 'taken-back')))::int as applied,
        (count(c.case_id) filter (where c.state = 'skipped'))::int as skipped,
        ${SUMS_BEFORE} as before, ${SUMS_AFTER} as after
      from repricings r left join repriced_cases c on c.owner_id = r.owner_id and c.repricing_id = r.id
      where r.owner_id = ${owner}::uuid and (${id}::uuid is null or r.id = ${id}::uuid)
      group by r.owner_id, r.id order by r.created_at desc limit 1`,
  )
  if (!row) return null
  return { ...row, startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null }
}

const MOVED = sql`(c.work_before, c.credited_before, c.training_before, c.allowed_before)
  <> (c.work_after, c.credited_after, c.training_after, c.allowed_after)`
const SUMS_BEFORE = sql`json_build_object('workRvu', round(coalesce(sum(c.work_before) filter (where c.state <> 'skipped'), 0), 2)::text,
  'creditedWorkRvu', round(coalesce(sum(c.credited_before) filter (where c.state <> 'skipped'), 0), 4)::text,
  'trainingWorkRvu', round(coalesce(sum(c.training_before) filter (where c.state <> 'skipped'), 0), 4)::text,
  'allowed', round(coalesce(sum(c.allowed_before) filter (where c.state <> 'skipped'), 0), 2)::text)`
const SUMS_AFTER = sql`json_build_object('workRvu', round(coalesce(sum(c.work_after) filter (where c.state <> 'skipped'), 0), 2)::text,
  'creditedWorkRvu', round(coalesce(sum(c.credited_after) filter (where c.state <> 'skipped'), 0), 4)::text,
  'trainingWorkRvu', round(coalesce(sum(c.training_after) filter (where c.state <> 'skipped'), 0), 4)::text,
  'allowed', round(coalesce(sum(c.allowed_after) filter (where c.state <> 'skipped'), 0), 2)::text)`

/** The cases of a re-pricing, the largest change first. */
export async function readRepricedCases(
  tx: Tx,
  grant: Write | Grant<'case:read'>,
  id: string,
  most: number,
): Promise<readonly RepricedCase[]> {
  return ask<RepricedCase>(
    tx,
    sql`select c.case_id::text as id, to_char(k.date_of_service, 'YYYY-MM-DD') as "dateOfService",
        (select array_agg(l.code::text order by l.position) from case_lines l
          where l.owner_id = c.owner_id and l.case_id = c.case_id) as codes,
        json_build_object('before', c.releases_before, 'after', c.releases_after) as releases,
        json_build_object('before', c.policy_before, 'after', c.policy_after) as policy,
        json_build_object('before', round(c.credited_before + c.training_before, 4)::text,
          'after', round(c.credited_after + c.training_after, 4)::text) as "creditedWorkRvu"
      from repriced_cases c join cases k on k.owner_id = c.owner_id and k.id = c.case_id
      where c.owner_id = ${ownerOf(grant)}::uuid and c.repricing_id = ${id}::uuid and c.state <> 'skipped'
      order by abs(c.credited_after + c.training_after - c.credited_before - c.training_before) desc,
        k.date_of_service desc, c.case_id
      limit ${most}`,
  )
}

export type SavedUnder = {
  readonly date: CalendarDate
  readonly workplaceId: string
  readonly policy: string
  /** Of the release. */
  readonly version: number | null
  readonly cases: number
}

/** How many live cases of one's own were saved under which release and policy, by workplace and date of service. */
export function readSavedUnder(tx: Tx, grant: Write | Grant<'case:read'>): Promise<SavedUnder[]> {
  return ask(
    tx,
    sql`select to_char(c.date_of_service, 'YYYY-MM-DD') as date, c.workplace_id::text as "workplaceId", c.policy,
        l.release_version as version, count(distinct c.id)::int as cases
      from cases c join case_lines l on l.owner_id = c.owner_id and l.case_id = c.id
      where c.owner_id = ${ownerOf(grant)}::uuid and c.deleted_at is null and not c.sample
      group by c.date_of_service, c.workplace_id, c.policy, l.release_version`,
  )
}
