import type { Grant } from '@/lib/domain/access/grant'
import { stageOn, type DatedStage } from '@/lib/domain/access/stage'
import { medicareStanding } from '@/lib/domain/benchmark/medicare-standing'
import { categoryOf } from '@/lib/domain/catalog/category'
import { workKindOf } from '@/lib/domain/catalog/work-kind'
import { countedPeriod } from '@/lib/domain/pace/counted-from'
import { outlookOf } from '@/lib/domain/pace/outlook'
import { calendarYear, FEDERAL_CALENDAR, workingDays } from '@/lib/domain/pace/working-days'
import { SAMPLE_TARGET } from '@/lib/domain/sample/attending-sample'
import { dateIn, type CalendarDate } from '@/lib/domain/shared/date'
import { factor } from '@/lib/domain/shared/exact'
import { over, plus, printRatio, whole } from '@/lib/domain/shared/ratio'
import { ok, type Result } from '@/lib/domain/shared/result'
import { trainingRoleOf } from '@/lib/domain/training/requirement'
import { now } from '@/lib/server/clock'
import { reading, type Tx } from '@/lib/server/db'
import { readBenchmarks } from '../benchmarks/store'
import { graduationOf, nationalFiguresOf, progressOf, requirementOf, specialtyNameOf } from '../training/service'
import type {
  AttendingDashboard,
  Dashboard,
  Rate,
  ResidentDashboard,
  StudentDashboard,
  Summary,
  SummaryInput,
  SummaryItem,
  Sums,
  WorkKind,
} from './schema'
import * as store from './store'
import type { LogSpan, Person, Scope } from './store'

type Read = Grant<'case:read'>

/** The metric that the Medicare tables of content/benchmarks count. */
const MEDICARE_METRIC = 'medicare-work-rvu-per-clinician'

const NOTHING: Sums = {
  workRvu: '0.00',
  creditedWorkRvu: '0.0000',
  trainingWorkRvu: '0.0000',
  cases: 0,
  lines: 0,
  manual: { lines: 0, workRvu: '0.00', creditedWorkRvu: '0.0000', trainingWorkRvu: '0.0000' },
}

/**
 * Sums of the log by what is asked for. Own cases once there are any, sample cases before: the two are never added, and
 * `sample` says which they are.
 */
export function summarize(grant: Read, input: SummaryInput): Promise<Result<Summary>> {
  return reading(grant, async (tx) => {
    const { own, sample } = await store.readKept(tx, grant)
    const scope = { sample: sample && !own, from: input.from ?? null, to: input.to ?? null }
    const items =
      input.groupBy === 'category'
        ? await sumsOf(tx, grant, scope, (code) => categoryOf(code) ?? 'other-cpt')
        : await store.readSums(tx, grant, scope, input.groupBy)
    const all = await store.readTotals(tx, grant, scope)
    return ok({ items, totals: all ?? NOTHING, sample: scope.sample })
  })
}

async function sumsOf(
  tx: Tx,
  grant: Read,
  scope: Scope,
  groupOf: (code: string) => string,
): Promise<readonly SummaryItem[]> {
  const codes = await store.readCodes(tx, grant, scope)
  if (codes.length === 0) return []
  return store.readSumsOfGroups(
    tx,
    grant,
    scope,
    codes.map((code) => ({ code, group: groupOf(code) })),
  )
}

type Measured = 'creditedWorkRvu' | 'cases'

/** Kinds of work, the largest first, each with its share of all. */
async function kindsOf(tx: Tx, grant: Read, scope: Scope, by: Measured): Promise<readonly WorkKind[]> {
  const names = new Map<string, string>()
  const sums = await sumsOf(tx, grant, scope, (code) => {
    const kind = workKindOf(code)
    names.set(kind.slug, kind.name)
    return kind.slug
  })
  const amountOf = (item: SummaryItem) => factor(String(item[by]))
  const all = sums.map(amountOf).reduce(plus, whole(0))
  return sums
    .map((item) => ({
      slug: item.key,
      name: names.get(item.key) ?? item.key,
      creditedWorkRvu: item.creditedWorkRvu,
      trainingWorkRvu: item.trainingWorkRvu,
      cases: item.cases,
      lines: item.lines,
      share: all.numerator > 0n ? printRatio(over(factor(String(item[by])), all), 4) : '0.0000',
    }))
    .toSorted((a, b) => (b.share === a.share ? (a.name < b.name ? -1 : 1) : Number(b.share) - Number(a.share)))
}

type Ground = {
  readonly tx: Tx
  readonly grant: Read
  readonly person: Person
  readonly stage: DatedStage | null
  readonly sample: boolean
  readonly span: LogSpan
  readonly first: CalendarDate
  readonly asOf: CalendarDate
  readonly head: Pick<AttendingDashboard, 'stage' | 'specialty' | 'hasSample'>
}

/** The dashboard of today's career stage, of own cases once there are any, of sample cases before. */
export function readDashboard(grant: Read): Promise<Dashboard> {
  return reading(grant, async (tx): Promise<Dashboard> => {
    const person = await store.readPerson(tx, grant)
    const { own, sample } = await store.readKept(tx, grant)
    const stage = stageOn(person.stages, dateIn(person.timeZone, now()))
    const { specialty } = person
    const head = {
      stage: stage?.stage ?? 'attending',
      specialty: specialty === null ? null : { slug: specialty, name: specialtyNameOf(specialty) },
      hasSample: sample,
    } as const
    const shown = sample && !own
    const span = await store.readLogSpan(tx, grant, { sample: shown, from: null, to: null })
    if (span.first === null || span.last === null) return { ...head, kind: 'empty' }
    const ground = { tx, grant, person, stage, sample: shown, span, first: span.first, asOf: span.last, head }
    if (head.stage === 'resident') return resident(ground)
    return head.stage === 'student' ? student(ground) : attending(ground)
  })
}

async function logged({ tx, grant, head, sample, asOf, span }: Ground, scope: Scope) {
  const entered = await store.readEntered(tx, grant, scope)
  return { ...head, sample, asOf, entered, cases: span.cases, daysWithCases: span.days }
}

/** A target of one's own counts only where every workplace has one: a total met by a part of a target says nothing. */
function targetOf({ workplaces }: Person): string | null {
  const targets = workplaces.map(({ annualTarget }) => annualTarget)
  if (targets.length === 0 || targets.includes(null)) return null
  return printRatio(targets.map((target) => factor(target ?? '0')).reduce(plus, whole(0)), 2)
}

async function attending(ground: Ground): Promise<AttendingDashboard> {
  const { tx, grant, person, sample, first, asOf, head } = ground
  const period = countedPeriod(first, asOf) ?? calendarYear(Number(asOf.slice(0, 4)))
  const scope: Scope = { sample, from: period.from, to: asOf }
  const span = await store.readLogSpan(tx, grant, scope)
  const months = await store.readSums(tx, grant, scope, 'month')
  const weeks = await store.readWeeks(tx, grant, scope)
  const own = targetOf(person)
  const tables = head.specialty ? await readBenchmarks({ specialty: head.specialty.slug, metric: MEDICARE_METRIC }) : []
  return {
    ...(await logged({ ...ground, span }, scope)),
    kind: 'attending',
    clinicalFte: fteOf(person),
    period,
    outlook: outlookOf({
      toDate: span.credited,
      period,
      asOf,
      calendar: FEDERAL_CALENDAR,
      target: own ?? (sample ? SAMPLE_TARGET : null),
      months: months.map(({ key, creditedWorkRvu }) => ({ month: key, credited: creditedWorkRvu })),
      weeks,
    }),
    targetSuggested: sample && own === null,
    rates: ratesOf(span, workingDays({ from: period.from, to: asOf }, FEDERAL_CALENDAR)),
    standing: medicareStanding(tables, {
      total: span.credited,
      medicare: span.medicare,
      medicareCases: span.medicareCases,
      statedPercent: person.medicareShare,
      period,
      asOf,
      calendar: FEDERAL_CALENDAR,
    }),
    mix: await kindsOf(tx, grant, scope, 'creditedWorkRvu'),
    basis: await store.readBasis(tx, grant, scope),
    medicare: {
      creditedWorkRvu: span.medicare,
      cases: span.medicareCases,
      statedPercent: person.medicareShare,
    },
  }
}

function ratesOf(span: LogSpan, days: number): readonly Rate[] {
  const hours = over(whole(span.timedMinutes), whole(60))
  const rates = [
    { each: 'working-day' as const, of: whole(days), count: String(days), creditedWorkRvu: span.credited },
    { each: 'day-with-cases' as const, of: whole(span.days), count: String(span.days), creditedWorkRvu: span.credited },
    { each: 'hour' as const, of: hours, count: printRatio(hours, 1), creditedWorkRvu: span.timedCredited },
  ]
  return rates.flatMap(({ of, ...rate }) =>
    of.numerator > 0n ? [{ ...rate, rate: printRatio(over(factor(rate.creditedWorkRvu), of), 2) }] : [],
  )
}

function fteOf({ workplaces }: Person): string | null {
  if (workplaces.length === 0) return null
  return printRatio(workplaces.map(({ clinicalFte }) => factor(clinicalFte)).reduce(plus, whole(0)), 2)
}

async function resident(ground: Ground): Promise<ResidentDashboard> {
  const { tx, grant, person, stage, sample, span, asOf } = ground
  const scope: Scope = { sample, from: null, to: null }
  const trainingYear = stage?.trainingYear ?? null
  const graduation = graduationOf(person.specialty, asOf, trainingYear)
  return {
    ...(await logged(ground, scope)),
    kind: 'resident',
    trainingYear,
    graduation,
    training: await trainingOf(ground, scope, graduation),
    roles: await store.readRoles(tx, grant, scope),
    kinds: await kindsOf(tx, grant, scope, 'cases'),
    months: await store.readSums(tx, grant, scope, 'month'),
    trainingWorkRvu: span.training,
  }
}

async function trainingOf(
  { tx, grant, person, asOf }: Ground,
  scope: Scope,
  graduation: CalendarDate | null,
): Promise<ResidentDashboard['training']> {
  const requirement = requirementOf(person.specialty)
  if (!requirement) return null
  const cases = (await store.readCasesForTraining(tx, grant, scope)).flatMap(({ role, ...each }) => {
    const trained = trainingRoleOf(role)
    return trained ? [{ ...each, role: trained, category: null }] : []
  })
  return {
    requirement,
    progress: progressOf(requirement, cases, asOf, graduation),
    national: nationalFiguresOf(person.specialty ?? ''),
  }
}

const CODES_SHOWN = 12

async function student(ground: Ground): Promise<StudentDashboard> {
  const { tx, grant, sample, span } = ground
  const scope: Scope = { sample, from: null, to: null }
  const sums = await store.readSums(tx, grant, scope, 'code')
  const top = sums.toSorted((a, b) => b.cases - a.cases || (a.key < b.key ? -1 : 1)).slice(0, CODES_SHOWN)
  const titles = await store.readTitles(top.map(({ key }) => key))
  return {
    ...(await logged(ground, scope)),
    kind: 'student',
    kinds: await kindsOf(tx, grant, scope, 'cases'),
    codes: top.map(({ key, cases }) => ({ code: key, title: titles.get(key) ?? null, cases })),
    codesInAll: sums.length,
    months: await store.readSums(tx, grant, scope, 'month'),
    roles: await store.readRoles(tx, grant, scope),
    trainingWorkRvu: span.training,
  }
}
