import { createHash } from 'node:crypto'
import type { Grant } from '@/lib/domain/access/grant'
import { effectiveDateOf } from '@/lib/domain/schedule/release-id'
import type { GlobalPeriod, PaymentRvus, ScheduleRow, StatusCode } from '@/lib/domain/schedule/row'
import { conversionFactor, geographicIndex, printRvu, printShare, rvu, share } from '@/lib/domain/shared/exact'
import type { CodeFacts, EarlierRow, FactRow, RecordedRelease, RecordedSchedule } from '../releases/schema'
import { keepRelease, readReleases, stagedRow, type NewRelease } from '../releases/store'

/** A row without the columns that only payment needs. */
type CreditRow = Omit<FactRow, 'payment'>

const creditRow = (row: ScheduleRow): CreditRow => ({
  modifier: row.modifier,
  status: row.status,
  notUsedForPayment: row.notUsedForPayment,
  work: printRvu(row.work),
  rarelyNonFacility: row.rarelyNonFacility,
  rarelyFacility: row.rarelyFacility,
  pcTc: row.pcTc,
  globalPeriod: row.globalPeriod,
  preOp: printShare(row.preOp),
  intraOp: printShare(row.intraOp),
  postOp: printShare(row.postOp),
  multipleProcedure: row.multipleProcedure,
  bilateral: row.bilateral,
  assistant: row.assistant,
  coSurgeon: row.coSurgeon,
  team: row.team,
  endoscopyBase: row.endoscopyBase,
  supervision: row.supervision,
  imagingFamily: row.imagingFamily,
})

function factRow(row: ScheduleRow): FactRow {
  if (!row.payment) throw new Error(`${row.code} has no payment columns: facts are made from official files`)
  const { payment } = row
  return {
    ...creditRow(row),
    payment: {
      nonFacilityPe: printRvu(payment.nonFacilityPe),
      facilityPe: printRvu(payment.facilityPe),
      malpractice: printRvu(payment.malpractice),
      oppsNonFacilityPe: printRvu(payment.oppsNonFacilityPe),
      oppsFacilityPe: printRvu(payment.oppsFacilityPe),
      oppsMalpractice: printRvu(payment.oppsMalpractice),
    },
  }
}

/** What `row` says otherwise than `newest`; all of it where there is no such row any more. */
function difference(row: CreditRow, newest: FactRow | undefined): EarlierRow {
  if (!newest) return row
  const entries = Object.entries(row).filter(
    ([key, value]) => key === 'modifier' || newest[key as keyof CreditRow] !== value,
  )
  return Object.fromEntries(entries) as EarlierRow
}

export type RowsOfRelease = { readonly release: string; readonly rows: readonly ScheduleRow[] }

/** What releases (oldest first, the last one whole) say of one code; releases that say the same share an entry. */
export function factsOf(code: string, releases: readonly RowsOfRelease[]): CodeFacts {
  const newest = (releases.at(-1)?.rows ?? []).map(factRow)
  const earlier = new Map<string, CodeFacts['earlier'][number]>()
  for (const { release, rows } of releases.slice(0, -1)) {
    if (rows.length === 0) continue
    const told = rows.map((row) =>
      difference(creditRow(row), newest.find(({ modifier }) => modifier === row.modifier)),
    ) // prettier-ignore
    const key = JSON.stringify(told)
    const entry = earlier.get(key)
    if (entry) entry.releases.push(release)
    else earlier.set(key, { releases: [release], rows: told })
  }
  return { code, rows: newest, earlier: [...earlier.values()] }
}

function paymentOf(row: FactRow): PaymentRvus {
  const { payment } = row
  return {
    nonFacilityPe: rvu(payment.nonFacilityPe),
    facilityPe: rvu(payment.facilityPe),
    malpractice: rvu(payment.malpractice),
    oppsNonFacilityPe: rvu(payment.oppsNonFacilityPe),
    oppsFacilityPe: rvu(payment.oppsFacilityPe),
    oppsMalpractice: rvu(payment.oppsMalpractice),
  }
}

const scheduleRow = (code: string, row: CreditRow, payment: PaymentRvus | null): ScheduleRow => ({
  ...row,
  code,
  payment,
  status: row.status as StatusCode,
  globalPeriod: row.globalPeriod as GlobalPeriod,
  work: rvu(row.work),
  preOp: share(row.preOp),
  intraOp: share(row.intraOp),
  postOp: share(row.postOp),
})

/** The rows of a code in the newest release, payment and all. */
export const newestRows = ({ code, rows }: CodeFacts): readonly ScheduleRow[] =>
  rows.map((row) => scheduleRow(code, row, paymentOf(row)))

/** The rows of a code in an earlier release, for credit only; none where that release lacked the code. */
export function earlierRows({ code, rows, earlier }: CodeFacts, release: string): readonly ScheduleRow[] {
  const told = earlier.find(({ releases }) => releases.includes(release))?.rows ?? []
  return told.map((row) => {
    const base = rows.find(({ modifier }) => modifier === row.modifier)
    return scheduleRow(code, { ...base, ...row } as CreditRow, null)
  })
}

/**
 * Installs the built-in schedule: work and indicators of every release, payment of the newest alone. Releases whose
 * official file is installed are left as they are. Returns the ids of the releases that changed.
 */
export async function installRecorded(
  grant: Grant<'schedule:import'>,
  recorded: RecordedSchedule,
): Promise<readonly string[]> {
  const installed = await readReleases()
  const official = new Set(installed.filter(({ source }) => source === 'official').map(({ id }) => id))
  const changed: string[] = []
  for (const release of recorded.releases) {
    if (official.has(release.id)) continue
    const built = builtIn(recorded, release)
    const kept = await keepRelease(grant, built.release, async (put) => {
      for (const row of built.staged) await put(row)
      return built.release
    })
    if (kept.outcome === 'installed') changed.push(release.id)
  }
  return changed
}

function builtIn(recorded: RecordedSchedule, { id, effectiveFrom, fileName, sha256, ...factors }: RecordedRelease) {
  const priced = recorded.releases.at(-1)?.id === id
  if (effectiveDateOf(id) !== effectiveFrom) throw new Error(`${id} does not begin on ${effectiveFrom}`)
  const rows = recorded.facts.flatMap((facts) => (priced ? newestRows(facts) : earlierRows(facts, id)))
  const staged = rows.map(stagedRow)
  const localities = recorded.localities.release === id ? recorded.localities.localities : []
  const anesthesia = recorded.anesthesia.release === id ? recorded.anesthesia.factors : []
  const hash = createHash('sha256')
  hash.update(JSON.stringify(['built-in', staged, factors]))
  const release: NewRelease = {
    id,
    effectiveFrom,
    source: 'built-in',
    fileName,
    sha256,
    priced,
    ...factors,
    report: { codes: new Set(rows.map(({ code }) => code)).size },
    rowsSha256: hash.digest('hex'),
    rows: rows.length,
    localities: localities.map(({ work, practiceExpense, malpractice, ...place }) => ({
      ...place,
      gpci: {
        work: geographicIndex(work),
        practiceExpense: geographicIndex(practiceExpense),
        malpractice: geographicIndex(malpractice),
      },
    })),
    anesthesia: anesthesia.map(({ factor, ...place }) => ({ ...place, factor: conversionFactor(factor) })),
    counties: [],
  }
  return { release, staged }
}
