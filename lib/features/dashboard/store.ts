import { ownerOf, type Grant } from '@/lib/domain/access/grant'
import type { CareerStage, DatedStage } from '@/lib/domain/access/stage'
import type { Role } from '@/lib/domain/crediting/case'
import { calendarDate, type CalendarDate } from '@/lib/domain/shared/date'
import { ask, publicDb, sql, type Tx } from '@/lib/server/db'
import type { Prisma } from '@/lib/server/generated/client'
import type { Basis, EnteredSums, Grouping, Sums, SummaryItem } from './schema'

type Read = Grant<'case:read'>

/** Live cases of one kind, own or sample, of a span of days; both ends included, null is open. */
export type Scope = { readonly sample: boolean; readonly from: CalendarDate | null; readonly to: CalendarDate | null }

const FIRST = calendarDate('1900-01-01')
const LAST = calendarDate('2999-12-31')

/** The rows of `cases c` that a scope means. Index of every report below: cases_live_by_day. */
const inScope = (grant: Read, { sample, from, to }: Scope) => sql`
  c.owner_id = ${ownerOf(grant)}::uuid and c.deleted_at is null and c.sample = ${sample}
  and c.date_of_service between ${from ?? FIRST}::date and ${to ?? LAST}::date`

/**
 * Lines with their cases; index of the lines: case_lines_pkey. Each case looks up its own, behind `offset 0`: a planner
 * that has not yet counted the cases which just came in would compare every line with every case.
 */
const linesOfCases = sql`cases c cross join lateral (
  select * from case_lines where owner_id = c.owner_id and case_id = c.id offset 0) l`

export type Kept = { readonly own: boolean; readonly sample: boolean }

/** Whether there are cases of their own, and sample cases. Index: cases_live_by_day. */
export async function readKept(tx: Tx, grant: Read): Promise<Kept> {
  const owner = ownerOf(grant)
  const [kept] = await ask<Kept>(
    tx,
    sql`
    select exists (select 1 from cases where owner_id = ${owner}::uuid and deleted_at is null and not sample) as own,
           exists (select 1 from cases where owner_id = ${owner}::uuid and deleted_at is null and sample) as sample`,
  )
  return kept ?? { own: false, sample: false }
}

const KEYS: Readonly<Record<Exclude<Grouping, 'category'>, Prisma.Sql>> = {
  day: sql`to_char(c.date_of_service, 'YYYY-MM-DD')`,
  week: sql`to_char(c.date_of_service, 'IYYY-"W"IW')`,
  month: sql`to_char(c.date_of_service, 'YYYY-MM')`,
  code: sql`l.code`,
  placeOfService: sql`c.place_of_service`,
  role: sql`c.role`,
  workplace: sql`c.workplace_id::text`,
}

const MANUAL = sql`
  json_build_object('lines', count(l.manual)::int,
    'workRvu', round(coalesce(sum(l.work_rvu) filter (where l.manual is not null), 0), 2)::text,
    'creditedWorkRvu', round(coalesce(sum(l.credited_work_rvu) filter (where l.manual is not null), 0), 4)::text,
    'trainingWorkRvu', round(coalesce(sum(l.training_work_rvu) filter (where l.manual is not null), 0), 4)::text)`

const SUMS = sql`
  count(distinct c.id)::int as cases, count(*)::int as lines,
  round(coalesce(sum(l.work_rvu) filter (where l.manual is null), 0), 2)::text as "workRvu",
  round(coalesce(sum(l.credited_work_rvu) filter (where l.manual is null), 0), 4)::text as "creditedWorkRvu",
  round(coalesce(sum(l.training_work_rvu) filter (where l.manual is null), 0), 4)::text as "trainingWorkRvu",
  ${MANUAL} as manual`

/** Sums by day, week, month, code, place, role or workplace, in the order of their keys. */
export const readSums = (
  tx: Tx,
  grant: Read,
  scope: Scope,
  grouping: Exclude<Grouping, 'category'>,
): Promise<SummaryItem[]> =>
  ask<SummaryItem>(
    tx,
    sql`
    select ${KEYS[grouping]} as key, ${SUMS} from ${linesOfCases} where ${inScope(grant, scope)} group by 1 order by 1`,
  )

/** Sums of everything in a scope. */
export async function readTotals(tx: Tx, grant: Read, scope: Scope): Promise<Sums | undefined> {
  const [all] = await ask<Sums>(
    tx,
    sql`
    select ${SUMS} from ${linesOfCases} where ${inScope(grant, scope)}`,
  )
  return all
}

/** Sums of the lines with values entered by hand alone. Index: case_lines_manual. */
export async function readEntered(tx: Tx, grant: Read, scope: Scope): Promise<EnteredSums> {
  const [row] = await ask<{ entered: EnteredSums }>(
    tx,
    sql`select ${MANUAL} as entered from cases c join case_lines l on l.owner_id = c.owner_id and l.case_id = c.id
      where ${inScope(grant, scope)} and l.manual is not null`,
  )
  if (!row) throw new Error('an aggregate has a row')
  return row.entered
}

/** The codes of a scope, each once. */
export async function readCodes(tx: Tx, grant: Read, scope: Scope): Promise<readonly string[]> {
  const rows = await ask<{ code: string }>(
    tx,
    sql`
    select distinct l.code from ${linesOfCases} where ${inScope(grant, scope)} order by 1`,
  )
  return rows.map((row) => row.code)
}

/** Sums by a grouping of codes: a case with several codes of one group counts in it once. */
export const readSumsOfGroups = (
  tx: Tx,
  grant: Read,
  scope: Scope,
  groups: readonly { readonly code: string; readonly group: string }[],
): Promise<SummaryItem[]> =>
  ask<SummaryItem>(
    tx,
    sql`
    select g.slug as key, ${SUMS}
    from ${linesOfCases}
    join unnest(${groups.map(({ code }) => code)}::text[], ${groups.map(({ group }) => group)}::text[]) as g(code, slug)
      on g.code = l.code
    where ${inScope(grant, scope)} group by 1 order by 1`,
  )

/** Credited work RVUs by week, each named by its Monday. */
export const readWeeks = (
  tx: Tx,
  grant: Read,
  scope: Scope,
): Promise<{ readonly monday: CalendarDate; readonly credited: string }[]> =>
  ask(
    tx,
    sql`
    select to_char(date_trunc('week', c.date_of_service), 'YYYY-MM-DD') as monday,
           round(sum(c.credited_work_rvu), 4)::text as credited
    from cases c where ${inScope(grant, scope)} group by 1 order by 1`,
  )

export type LogSpan = {
  readonly first: CalendarDate | null
  readonly last: CalendarDate | null
  readonly days: number
  readonly cases: number
  readonly credited: string
  readonly training: string
  readonly medicare: string
  readonly medicareCases: number
  readonly timedMinutes: number
  readonly timedCredited: string
}

/** First and last day, days with a case, and the sums of cases: all, Medicare's, and those with minutes. */
export async function readLogSpan(tx: Tx, grant: Read, scope: Scope): Promise<LogSpan> {
  const [span] = await ask<LogSpan>(
    tx,
    sql`
    select to_char(min(c.date_of_service), 'YYYY-MM-DD') as first, to_char(max(c.date_of_service), 'YYYY-MM-DD') as last,
           count(distinct c.date_of_service)::int as days, count(*)::int as cases,
           round(coalesce(sum(c.credited_work_rvu), 0), 4)::text as credited,
           round(coalesce(sum(c.training_work_rvu), 0), 4)::text as training,
           round(coalesce(sum(c.credited_work_rvu) filter (where c.payer = 'medicare'), 0), 4)::text as medicare,
           (count(*) filter (where c.payer = 'medicare'))::int as "medicareCases",
           coalesce(sum(c.minutes) filter (where c.minutes > 0), 0)::int as "timedMinutes",
           round(coalesce(sum(c.credited_work_rvu) filter (where c.minutes > 0), 0), 4)::text as "timedCredited"
    from cases c where ${inScope(grant, scope)}`,
  )
  if (!span) throw new Error('an aggregate has a row')
  return span
}

/** Cases by role, the most frequent first. */
export const readRoles = (tx: Tx, grant: Read, scope: Scope): Promise<{ role: string; cases: number }[]> =>
  ask(
    tx,
    sql`
    select c.role, count(*)::int as cases from cases c where ${inScope(grant, scope)} group by 1 order by 2 desc, 1`,
  )

/** Releases and policies behind the lines of a scope. */
export async function readBasis(tx: Tx, grant: Read, scope: Scope): Promise<Basis> {
  const releases = await ask<{ id: string }>(
    tx,
    sql`
    select r.release_id as id from releases r where r.id in (
      select distinct l.release_version from ${linesOfCases} where ${inScope(grant, scope)})
    group by 1 order by min(r.effective_from)`,
  )
  const policies = await ask<{ policy: string }>(
    tx,
    sql`
    select distinct c.policy from cases c where ${inScope(grant, scope)} order by 1`,
  )
  return { releases: releases.map(({ id }) => id), policies: policies.map(({ policy }) => policy) }
}

export type CaseForTraining = {
  readonly id: string
  readonly dateOfService: CalendarDate
  readonly role: Role
  /** The code with the most work first. */
  readonly codes: readonly string[]
}

/** Every case as training credits it: one row a case, because which category it ticks depends on all of its codes. */
export const readCasesForTraining = (tx: Tx, grant: Read, scope: Scope): Promise<CaseForTraining[]> =>
  ask(
    tx,
    sql`
    select c.id::text as id, to_char(c.date_of_service, 'YYYY-MM-DD') as "dateOfService", c.role,
           array_agg(l.code::text order by l.work_rvu desc nulls last, l.position) as codes
    from ${linesOfCases} where ${inScope(grant, scope)} group by c.owner_id, c.id order by c.date_of_service, c.id`,
  )

/** Our own titles of codes; codes that nobody described are missing. */
export async function readTitles(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await publicDb().authoredCode.findMany({
    where: { code: { in: [...codes] } },
    select: { code: true, title: true },
  })
  return new Map(rows.map(({ code, title }) => [code, title]))
}

export type Person = {
  readonly specialty: string | null
  readonly timeZone: string
  readonly medicareShare: string | null
  readonly stages: readonly DatedStage[]
  readonly workplaces: readonly { readonly clinicalFte: string; readonly annualTarget: string | null }[]
}

/** What a dashboard needs to know of the person. */
export async function readPerson(tx: Tx, grant: Read): Promise<Person> {
  const user = await tx.user.findUniqueOrThrow({
    where: { id: ownerOf(grant) },
    select: {
      specialty: true,
      timeZone: true,
      medicareShare: true,
      careerStages: { select: { effectiveFrom: true, stage: true, trainingYear: true } },
      workplaces: { where: { archivedAt: null }, select: { clinicalFte: true, annualTarget: true }, take: 100 },
    },
  })
  return {
    specialty: user.specialty,
    timeZone: user.timeZone,
    medicareShare: user.medicareShare?.toFixed() ?? null,
    stages: user.careerStages.map(({ effectiveFrom, stage, trainingYear }) => ({
      from: calendarDate(effectiveFrom.toISOString().slice(0, 10)),
      stage: stage as CareerStage,
      trainingYear,
    })),
    workplaces: user.workplaces.map(({ clinicalFte, annualTarget }) => ({
      clinicalFte: clinicalFte.toFixed(2),
      annualTarget: annualTarget?.toFixed() ?? null,
    })),
  }
}
