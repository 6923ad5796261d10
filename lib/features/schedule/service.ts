import { creditCase } from '@/lib/domain/crediting/credit-case'
import type { CalculatedCase, CalculatedLine, CaseInput, CaseLine, ScheduleView } from '@/lib/domain/crediting/case'
import { POLICY_PRESETS, type Policy, type PolicyBase } from '@/lib/domain/crediting/policy'
import { chooseRelease, isPastQuarter } from '@/lib/domain/schedule/choose'
import type { Locality, LocalityKey } from '@/lib/domain/schedule/locality'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import type { CalendarDate } from '@/lib/domain/shared/date'
import { dateIn } from '@/lib/domain/shared/date'
import { printIndex } from '@/lib/domain/shared/exact'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { now } from '@/lib/server/clock'
import { anesthesiaRatesOf, baseUnitsOf } from '../anesthesia/service'
import { readReleases, type InstalledRelease } from '../releases/store'
import { unitLimitsOn } from '../unit-limits/service'
import { localityServing } from '../zip-codes/service'
import type { CalculateInput, LocalitiesInput, LocalityItem, PolicyObject } from './schema'
import { readKnown, readLocalities, readLocality, readRows, type RowsByCode } from './store'

/** Where the day of the server counts: the latest zone of the fifty states is still on the same date until then. */
const CALENDAR_ZONE = 'America/New_York'

export const today = (): CalendarDate => dateIn(CALENDAR_ZONE, now())

/** `POST /api/v1/calculate`: the same arithmetic as every page. */
export async function calculate(input: CalculateInput): Promise<Result<CalculatedCase>> {
  const fallback = input.dateOfService ?? today()
  const lines = input.lines.map((line, index): CaseLine => ({
    ...line,
    id: line.id ?? String(index + 1),
    dateOfService: line.dateOfService ?? fallback,
  }))
  const credited = await credit({
    case: { ...input, lines, policy: policyOf(input.policy) },
    locality: input.locality ?? null,
    release: input.release ?? null,
  })
  return credited.ok ? ok(credited.value.answer) : credited
}

function policyOf(policy: PolicyBase | PolicyObject): Policy {
  if (typeof policy === 'string') return POLICY_PRESETS[policy]
  const base = POLICY_PRESETS[policy.base]
  return {
    name: 'Custom',
    base: policy.base,
    factors: policy.factors,
    multipleProcedure: policy.multipleProcedure ?? base.multipleProcedure,
    endoscopy: policy.endoscopy ?? base.endoscopy,
    assistants: policy.assistants ?? base.assistants,
    splitShared: policy.splitShared ?? base.splitShared,
    schedule: policy.schedule === 'by-date' ? 'by-date' : { release: policy.schedule },
  }
}

export type CreditRequest = {
  readonly case: CaseInput
  readonly locality: LocalityKey | null
  /** Null: the date of each line chooses. */
  readonly release: string | null
}

export type Credited = {
  readonly answer: CalculatedCase
  /** The stored version of each release that was used, by its id: saved lines are pinned to it. */
  readonly versions: ReadonlyMap<string, number>
}

/** Reads what the lines need of the schedule, then credits the case. The one way from lines to numbers. */
export async function credit(request: CreditRequest): Promise<Result<Credited>> {
  const read = await viewsFor(request)
  if (!read.ok) return read
  const { views, frozen } = read.value
  const versions = new Map([...views.values()].map(({ release }) => [release.id, release.versionId]))
  const viewFor = (date: CalendarDate): ScheduleView => {
    const view = views.get(date)
    if (!view) throw new Error(`no view of the schedule was read for ${date}`)
    return view
  }
  return ok({ answer: creditCase(request.case, viewFor, frozen), versions })
}

/** A line for pages that show what a rule does to it. */
export type OneLine = Pick<CaseLine, 'code' | 'modifiers' | 'placeOfService'> & {
  readonly practitioner?: CaseInput['practitioner']
  readonly policy?: PolicyBase
  readonly minutes?: number | null
}

/** One unit of a code by itself, today, at national amounts; null where it cannot be calculated. */
export async function creditOne({
  practitioner = 'physician',
  policy = 'cms_adjusted',
  minutes = null,
  ...line
}: OneLine): Promise<CalculatedLine | null> {
  const rest = { id: '1', units: 1, minutes, postoperativeDays: null, provider: 'self' } as const
  const credited = await credit({
    case: {
      lines: [{ ...rest, ...line, dateOfService: today() }],
      practitioner,
      role: 'attending',
      participating: true,
      qualifyingApm: false,
      policy: POLICY_PRESETS[policy],
    },
    locality: null,
    release: null,
  })
  return credited.ok ? (credited.value.answer.lines[0] ?? null) : null
}

/** The code of a line, and the one that it is counted like. */
const codesOf = ({ code, manual }: CaseLine): string[] => (manual?.comparator ? [code, manual.comparator] : [code])

type View = ScheduleView & { readonly release: InstalledRelease }
type Views = { readonly views: ReadonlyMap<CalendarDate, View>; readonly frozen: View | null }

async function viewsFor({ case: input, locality, release }: CreditRequest): Promise<Result<Views>> {
  const releases = await readReleases()
  const codes = [...new Set(input.lines.flatMap(codesOf))]
  const views = new Map<CalendarDate, View>()
  for (const date of new Set(input.lines.map((line) => line.dateOfService))) {
    const chosen = choose(releases, release, date)
    if (!chosen.ok) return chosen
    const view = await viewOf(chosen.value, codes, locality)
    if (!view.ok) return view
    const unitLimitOf = await unitLimitsOn(date)
    views.set(date, unitLimitOf ? { ...view.value, unitLimitOf } : view.value)
  }
  const { schedule } = input.policy
  if (schedule === 'by-date') return ok({ views, frozen: null })
  const fixed = chooseNamed(releases, schedule.release)
  if (!fixed.ok) return fixed
  // For credit, which knows no locality.
  const frozen = await viewOf(fixed.value, codes, null)
  return frozen.ok ? ok({ views, frozen: frozen.value }) : frozen
}

type Chosen = { readonly release: InstalledRelease; readonly newerQuarterMissing: boolean }

function choose(releases: readonly InstalledRelease[], named: string | null, date: CalendarDate): Result<Chosen> {
  if (named !== null) return chooseNamed(releases, named)
  const chosen = chooseRelease(releases, date)
  if (!chosen.ok) return chosen
  const release = releases.find((each) => each.id === chosen.value.release.id)
  if (!release) throw new Error('the chosen release is not among those installed')
  return ok({ release, newerQuarterMissing: isPastQuarter(release.id, date) })
}

function chooseNamed(releases: readonly InstalledRelease[], named: string): Result<Chosen> {
  const release = releases.find((each) => each.id === named)
  if (release) return ok({ release, newerQuarterMissing: false })
  const newest = releases.at(-1)?.id ?? 'none'
  return refuse(
    'RELEASE_NOT_INSTALLED',
    `${named} is not installed; the newest is ${newest}. Install it, or leave the release out.`,
  )
}

async function viewOf(
  { release, newerQuarterMissing }: Chosen,
  codes: readonly string[],
  key: LocalityKey | null,
): Promise<Result<View>> {
  const rows = await withBases(release.versionId, codes)
  const rowsOf = (code: string): readonly ScheduleRow[] => rows.get(code) ?? []
  const locality = key && release.priced ? await readLocality(release.versionId, key) : null
  if (key && release.priced && locality === null) {
    return refuse(
      'LOCALITY_UNKNOWN',
      `${release.id} has no locality ${key.locality} of carrier ${key.carrier}. See /api/v1/localities.`,
    )
  }
  const absent = codes.filter((code) => rowsOf(code).length === 0)
  const elsewhere = absent.length > 0 ? await readKnown(absent) : new Set<string>()
  const isKnown = (code: string): boolean => rowsOf(code).length > 0 || elsewhere.has(code)
  const view = { release, locality, newerQuarterMissing, rowsOf, isKnown, baseUnitsOf }
  // Asked for anesthesia alone: every other case is posted without a query more.
  if (codes.every((code) => baseUnitsOf(code) === null)) return ok(view)
  // A release without indices knows no locality: no amount, rather than a national one that nobody pays there.
  if (key !== null && locality === null) return ok(view)
  return ok({ ...view, anesthesiaRates: await anesthesiaRatesOf(release, locality) })
}

/** The rows of the codes and of the base codes of their endoscopy families, which the family rule subtracts. */
async function withBases(versionId: number, codes: readonly string[]): Promise<RowsByCode> {
  const rows = await readRows(versionId, codes)
  const bases = codes
    .flatMap((code) => (rows.get(code) ?? []).map((row) => row.endoscopyBase))
    .filter((base) => base !== '')
  return bases.length > 0 ? readRows(versionId, [...codes, ...bases]) : rows
}

/** `GET /api/v1/localities`: those of the release named, or of the newest that has any. */
export async function listLocalities(input: LocalitiesInput): Promise<Result<{ items: readonly LocalityItem[] }>> {
  const releases = await readReleases()
  const release = input.release
    ? releases.find((each) => each.id === input.release)
    : releases.findLast((each) => each.priced)
  if (!release) return refuse('RELEASE_NOT_INSTALLED', `${input.release ?? 'A priced release'} is not installed.`)
  const found = localitiesAsked(input, await readLocalities(release.versionId))
  const items = found.map(({ carrier, locality, name, state, gpci }) => ({
    carrier,
    locality,
    name,
    state,
    gpci: {
      work: printIndex(gpci.work),
      practiceExpense: printIndex(gpci.practiceExpense),
      malpractice: printIndex(gpci.malpractice),
    },
  }))
  return ok({ items })
}

/** All that is asked for must hold. Five digits as `q` are a carrier or a ZIP code, whichever there is. */
function localitiesAsked({ q, zip, state }: LocalitiesInput, held: readonly Locality[]): readonly Locality[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  const served = /^\d{5}$/.test(q.trim()) ? localityServing(q.trim(), held) : null
  const asked = zip === undefined ? null : localityServing(zip, held)
  return held.filter((each) => {
    if (zip !== undefined && each !== asked) return false
    if (state !== undefined && each.state !== state) return false
    const text = `${each.carrier} ${each.locality} ${each.name} ${each.state}`.toLowerCase()
    return each === served || words.every((word) => text.includes(word))
  })
}
