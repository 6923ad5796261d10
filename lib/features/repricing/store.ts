import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import { manualWork } from '@/lib/domain/crediting/manual-totals'
import { now } from '@/lib/server/clock'
import { ask, sql, type Tx } from '@/lib/server/db'
import type { Prisma } from '@/lib/server/generated/client'
import type { CaseItem } from '../cases/schema'
import type { CaseToKeep } from '../entries/schema'
import { REPRICE, type RepriceOrder, type RepricedCase, type Repricing, type RepricingState } from './schema'

type Write = Grant<'case:write'>
type Reader = Write | Grant<'case:read'>

export async function insertRepricing(tx: Tx, grant: Write, id: string): Promise<void> {
  await tx.repricing.create({ data: { id, ownerId: ownerOf(grant) } })
}

export async function insertJob(tx: Tx, grant: Write, order: Omit<RepriceOrder, 'owner'>): Promise<void> {
  const owner = ownerOf(grant)
  await tx.job.create({ data: { kind: REPRICE, input: { ...order, owner }, createdBy: owner } })
}

type Move = readonly [from: RepricingState, to: RepricingState]

/** Moves it on; false where it is not in the state that this starts from. `stopped`: it is there because it failed. */
export async function moveTo(tx: Tx, grant: Write, id: string, [from, to]: Move, stopped = false): Promise<boolean> {
  const finishedAt = ['declined', 'done', 'taken-back'].includes(to) ? now() : null
  const where = { ownerId: ownerOf(grant), id, state: from, stopped }
  return (await tx.repricing.updateMany({ where, data: { state: to, finishedAt, stopped: false } })).count === 1
}

/** Says that what is under way failed. */
export async function markStopped(tx: Tx, grant: Write, id: string): Promise<void> {
  const where = { ownerId: ownerOf(grant), id, state: { in: ['comparing', 'applying', 'taking-back'] } }
  await tx.repricing.updateMany({ where, data: { stopped: true } })
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

/** A case and what it would be today; `after` is null where it cannot be valued. */
export type Compared = { readonly before: CaseItem; readonly after: CaseToKeep | null; readonly policyDue: string }

const releasesOf = (lines: CaseItem['lines'] | CaseToKeep['calculated']['lines']): string[] =>
  [...new Set(lines.flatMap(({ release }) => release ?? []))].sort()

const before = ({ policy, lines, totals }: CaseItem) => ({
  policyBefore: policy,
  releasesBefore: releasesOf(lines),
  workBefore: totals.workRvu,
  creditedBefore: totals.creditedWorkRvu,
  trainingBefore: totals.trainingWorkRvu,
  allowedBefore: totals.allowed,
  manualBefore: manualWork(lines),
})

const after = ({ calculated: { policy, lines, totals }, trainingWorkRvu }: CaseToKeep) => ({
  policyAfter: policy,
  releasesAfter: releasesOf(lines),
  workAfter: totals.workRvu,
  creditedAfter: totals.creditedWorkRvu,
  trainingAfter: trainingWorkRvu,
  allowedAfter: totals.allowed,
  manualAfter: manualWork(lines),
})

/** What cannot be valued stays, in each number, as it is. */
const unchanged = ({ lines, totals }: CaseItem, policyAfter: string) => ({
  state: 'refused',
  policyAfter,
  releasesAfter: releasesOf(lines),
  workAfter: totals.workRvu,
  creditedAfter: totals.creditedWorkRvu,
  trainingAfter: totals.trainingWorkRvu,
  allowedAfter: totals.allowed,
  manualAfter: manualWork(lines),
})

export async function insertCompared(tx: Tx, grant: Write, id: string, cases: readonly Compared[]): Promise<void> {
  await tx.repricedCase.createMany({
    data: cases.map((each) => ({
      ownerId: ownerOf(grant),
      repricingId: id,
      caseId: each.before.id,
      caseVersion: each.before.version,
      ...before(each.before),
      ...(each.after ? after(each.after) : unchanged(each.before, each.policyDue)),
    })),
  })
}

/** What a case was before it was re-priced, whole. */
export type KeptCase = { readonly item: CaseItem; readonly versions: readonly (number | null)[] }
export type RepricedRow = {
  readonly caseId: string
  readonly caseVersion: number
  readonly agreed: Record<'creditedWorkRvu' | 'trainingWorkRvu' | 'allowed' | 'manual' | 'policy', string>
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
      manualAfter: true,
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
      manual: row.manualAfter.toFixed(4),
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

/**
 * The cases of a re-pricing as they stand: one that is offered and was changed or deleted since is left alone already.
 * What is left alone counts in no sum.
 */
const STANDING = sql`(select c.*, k.date_of_service, case when c.state = 'offered'
    and (k.deleted_at is not null or k.version <> c.case_version) then 'skipped' else c.state end as standing
  from repriced_cases c join cases k on k.owner_id = c.owner_id and k.id = c.case_id)`
const COUNTED = sql`c.standing in ('offered', 'applied', 'taken-back')`
const MOVED = sql`(c.work_before, c.credited_before, c.training_before, c.allowed_before, c.manual_before)
  <> (c.work_after, c.credited_after, c.training_after, c.allowed_after, c.manual_after)`

const sum = (column: Prisma.Sql, places: number) =>
  sql`round(coalesce(sum(${column}) filter (where ${COUNTED}), 0), ${places}::int)::text`
const BEFORE = sql`json_build_object('workRvu', ${sum(sql`c.work_before`, 2)}, 'allowed', ${sum(sql`c.allowed_before`, 2)},
  'creditedWorkRvu', ${sum(sql`c.credited_before`, 4)}, 'trainingWorkRvu', ${sum(sql`c.training_before`, 4)},
  'manual', ${sum(sql`c.manual_before`, 4)})`
const AFTER = sql`json_build_object('workRvu', ${sum(sql`c.work_after`, 2)}, 'allowed', ${sum(sql`c.allowed_after`, 2)},
  'creditedWorkRvu', ${sum(sql`c.credited_after`, 4)}, 'trainingWorkRvu', ${sum(sql`c.training_after`, 4)},
  'manual', ${sum(sql`c.manual_after`, 4)})`

/** One of them, or the latest; with its sums. */
export async function findRepricing(tx: Tx, grant: Reader, id: string | null): Promise<Repricing | null> {
  const owner = ownerOf(grant)
  const [row] = await ask<Row>(
    tx,
    sql`select r.id::text as id, r.state, r.stopped, r.seen, r.refused, r.created_at as "startedAt",
        r.finished_at as "finishedAt", (count(*) filter (where ${COUNTED}))::int as cases,
        (count(*) filter (where ${COUNTED} and ${MOVED}))::int as moved,
        (count(*) filter (where c.standing in ('applied', 'taken-back')))::int as applied,
        (count(*) filter (where c.standing = 'skipped'))::int as skipped, ${BEFORE} as before, ${AFTER} as after
      from repricings r left join ${STANDING} c on c.owner_id = r.owner_id and c.repricing_id = r.id
      where r.owner_id = ${owner}::uuid and (${id}::uuid is null or r.id = ${id}::uuid)
      group by r.owner_id, r.id order by r.created_at desc limit 1`,
  )
  if (!row) return null
  return { ...row, startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null }
}

/** The cases of a re-pricing, the largest change first. */
export async function readRepricedCases(tx: Tx, grant: Reader, id: string, most: number): Promise<RepricedCase[]> {
  return ask<RepricedCase>(
    tx,
    sql`select c.case_id::text as id, to_char(c.date_of_service, 'YYYY-MM-DD') as "dateOfService",
        (select array_agg(l.code::text order by l.position) from case_lines l
          where l.owner_id = c.owner_id and l.case_id = c.case_id) as codes,
        json_build_object('before', c.releases_before, 'after', c.releases_after) as releases,
        json_build_object('before', c.policy_before, 'after', c.policy_after) as policy,
        json_build_object('before', round(c.credited_before + c.training_before, 4)::text,
          'after', round(c.credited_after + c.training_after, 4)::text) as "creditedWorkRvu",
        json_build_object('before', c.manual_before::text, 'after', c.manual_after::text) as manual
      from ${STANDING} c
      where c.owner_id = ${ownerOf(grant)}::uuid and c.repricing_id = ${id}::uuid and ${COUNTED}
      order by abs(c.credited_after + c.training_after - c.credited_before - c.training_before) desc,
        abs(c.manual_after - c.manual_before) desc, c.date_of_service desc, c.case_id
      limit ${most}`,
  )
}
