import { randomUUID } from 'node:crypto'
import type { Grant } from '@/lib/domain/access/grant'
import { policyLabel } from '@/lib/domain/crediting/credit-case'
import { POLICY_BASES } from '@/lib/domain/crediting/policy'
import { isRevalued } from '@/lib/domain/crediting/revaluation'
import { chooseRelease } from '@/lib/domain/schedule/choose'
import type { CalendarDate } from '@/lib/domain/shared/date'
import type { UserId } from '@/lib/domain/shared/id'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { recordAudit } from '@/lib/server/audit'
import { reading, transaction, type Tx } from '@/lib/server/db'
import { mandateGrant } from '@/lib/server/session'
import { enteredOf } from '../cases/service'
import { readCases, replaceCase } from '../cases/store'
import type { CaseToKeep } from '../entries/schema'
import { policyFor, valueEntry } from '../entries/service'
import { readLogger, type Logger } from '../entries/store'
import { readReleases, type InstalledRelease } from '../releases/store'
import {
  RepriceOrder,
  type RepricedCase,
  type Repricing,
  type RepricingById,
  type RepricingState,
  type StaleCases,
} from './schema'
import * as store from './store'

type Write = Grant<'case:write'>
type Read = Grant<'case:read'>

/** The page shows the largest changes; the sums count all. */
const SHOWN = 100

/** Orders a comparison of the log with what it would be worth today. It writes nothing to any case. */
export function startComparison(grant: Write): Promise<Result<{ readonly id: string }>> {
  return transaction(grant, async (tx) => {
    const latest = await store.findRepricing(tx, grant, null)
    if (latest && OPEN.includes(latest.state))
      return refuse('CONFLICT', 'A comparison is open already. Answer that one first.')
    const id = randomUUID()
    await store.insertRepricing(tx, grant, id)
    await store.insertJob(tx, grant, { repricing: id, step: 'compare' })
    return ok({ id })
  })
}

const OPEN: readonly RepricingState[] = ['comparing', 'offered', 'applying', 'taking-back']

/** Agrees to what was compared: a job writes it, case by case. */
export const agree = (grant: Write, { id }: RepricingById): Promise<Result<null>> =>
  answer(grant, id, ['offered', 'applying'], 'repricing.agreed', 'apply')

/** Keeps every case as it is. */
export const decline = (grant: Write, { id }: RepricingById): Promise<Result<null>> =>
  answer(grant, id, ['offered', 'declined'], 'repricing.declined', null)

/** Gives every case the value back that it had, where it was not changed since. */
export const takeBack = (grant: Write, { id }: RepricingById): Promise<Result<null>> =>
  answer(grant, id, ['done', 'taking-back'], 'repricing.take-back-asked', 'take-back')

function answer(
  grant: Write,
  id: string,
  move: readonly [RepricingState, RepricingState],
  action: string,
  step: 'apply' | 'take-back' | null,
): Promise<Result<null>> {
  return transaction(grant, async (tx) => {
    const found = await store.findRepricing(tx, grant, id)
    if (!found) return refuse('NOT_FOUND', 'There is no such comparison among yours.')
    const open = await store.findRepricing(tx, grant, null)
    if (open && open.id !== id && OPEN.includes(open.state))
      return refuse('CONFLICT', 'A newer comparison is open. Answer that one first.')
    if (!(await store.moveTo(tx, grant, id, move)))
      return refuse('CONFLICT', 'This was answered already. Read the page again.')
    if (step) await store.insertJob(tx, grant, { repricing: id, step })
    recordAudit(tx, grant, { action, subject: id, detail: sumsOf(found) })
    return ok(null)
  })
}

const sumsOf = ({ cases, skipped, before, after }: Repricing) => ({ cases, skipped, before, after })

export type RepricingOffice = {
  readonly latest: Repricing | null
  readonly cases: readonly RepricedCase[]
  readonly stale: StaleCases
  /** Why the last job did not do what was asked; null where it did, or does it still. */
  readonly failure: string | null
}

/** Where re-pricing stands: the last comparison with its largest changes, and what would be compared now. */
export function readOffice(grant: Read): Promise<RepricingOffice> {
  return reading(grant, async (tx) => {
    const latest = await store.findRepricing(tx, grant, null)
    const cases = latest ? await store.readRepricedCases(tx, grant, latest.id, SHOWN) : []
    return { latest, cases, stale: await staleCases(tx, grant), failure: await store.findFailure(tx, grant) }
  })
}

export const countStale = (grant: Read): Promise<StaleCases> => reading(grant, (tx) => staleCases(tx, grant))

/** Cases saved under another release, or another version of a policy, than their date takes today (domain A5, C1). */
async function staleCases(tx: Tx, grant: Read): Promise<StaleCases> {
  const releases = await readReleases()
  const { workplaces } = await readLogger(tx, grant)
  const found = { cases: 0, releases: new Set<string>(), policies: new Set<string>() }
  for (const saved of await store.readSavedUnder(tx, grant)) {
    const release = releaseOn(releases, saved.date)
    const late = release !== null && release.versionId !== saved.version
    const policy = policyDue(workplaces, saved)
    if (late) found.releases.add(release.id)
    if (policy) found.policies.add(policy)
    if (late || policy) found.cases += saved.cases
  }
  return { cases: found.cases, releases: [...found.releases].sort(), policies: [...found.policies].sort() }
}

function releaseOn(releases: readonly InstalledRelease[], date: CalendarDate): InstalledRelease | null {
  const chosen = chooseRelease(releases, date)
  return chosen.ok ? (releases.find(({ id }) => id === chosen.value.release.id) ?? null) : null
}

/** The policy of the day where it is not the one of the case. A preset has no days: what was saved under one stays so. */
function policyDue(workplaces: Logger['workplaces'], { workplaceId, policy, date }: store.SavedUnder): string | null {
  const workplace = workplaces.find(({ id }) => id === workplaceId)
  const due = workplace ? policyLabel(policyFor(workplace, date)) : policy
  const presets: readonly string[] = POLICY_BASES
  return due === policy || (presets.includes(due) && presets.includes(policy)) ? null : due
}

/** A page of work, each in a transaction of its own: a job that is killed goes on where it stopped. */
const BATCH = 100

/** The job. It acts for the person who asked, and for nobody else. */
export async function runRepricing(
  input: unknown,
  report: (progress: string) => Promise<void>,
): Promise<Result<string>> {
  const { repricing: id, owner, step } = RepriceOrder.parse(input)
  const grant = mandateGrant(owner as UserId, 'case:write')
  if (step === 'compare') return compare(grant, id, report)
  return step === 'apply'
    ? writeAll(grant, id, report, { from: 'offered', end: ['applying', 'done'], write: applyOne })
    : writeAll(grant, id, report, { from: 'applied', end: ['taking-back', 'taken-back'], write: takeBackOne })
}

/** A job that failed for good leaves its owner where they can ask again. What it has written stays, and is not redone. */
export async function afterFailedRepricing(input: unknown): Promise<void> {
  const { repricing: id, owner, step } = RepriceOrder.parse(input)
  const grant = mandateGrant(owner as UserId, 'case:write')
  await reading(grant, async (tx) => {
    if (step === 'compare') await store.dropComparison(tx, grant, id)
    else await store.moveTo(tx, grant, id, step === 'apply' ? ['applying', 'offered'] : ['taking-back', 'done'])
    recordAudit(tx, grant, { action: 'repricing.failed', subject: id, detail: { step } })
  })
}

async function compare(grant: Write, id: string, report: (progress: string) => Promise<void>): Promise<Result<string>> {
  await reading(grant, (tx) => store.forgetCompared(tx, grant, id))
  let seen = 0
  for (let last: string | null = null; ;) {
    const ids: readonly string[] = await reading(grant, (tx) => compareBatch(tx, grant, id, last))
    seen += ids.length
    last = ids.at(-1) ?? null
    if (last === null) break
    await report(`${seen} cases compared`)
  }
  // Nothing to answer where nothing would change.
  await reading(grant, async (tx) => {
    const found = await store.findRepricing(tx, grant, id)
    await store.moveTo(tx, grant, id, ['comparing', found?.cases ? 'offered' : 'done'])
  })
  return ok(`${seen} cases compared`)
}

async function compareBatch(tx: Tx, grant: Write, id: string, after: string | null): Promise<readonly string[]> {
  const ids = await store.idsAfter(tx, grant, after, BATCH)
  if (ids.length === 0) return ids
  const logger = await readLogger(tx, grant)
  const versions = await store.versionsOf(tx, grant, ids)
  const compared: store.Compared[] = []
  let refused = 0
  for (const before of await readCases(tx, grant, ids)) {
    const valued = await valueEntry(logger, enteredOf(before), '')
    if (!valued.ok) refused += 1
    else if (isRevalued({ ...before, versions: versions.get(before.id) ?? [] }, valuationOf(valued.value)))
      compared.push({ before, after: valued.value })
  }
  await store.insertCompared(tx, grant, id, compared)
  await store.countSeen(tx, grant, id, ids.length, refused)
  return ids
}

const valuationOf = ({ calculated, versions }: CaseToKeep) => ({
  policy: calculated.policy,
  lines: calculated.lines,
  versions: calculated.lines.map(({ release }) => versions.get(release ?? '') ?? null),
})

type Writing = {
  readonly from: 'offered' | 'applied'
  readonly end: readonly [RepricingState, RepricingState]
  readonly write: (tx: Tx, grant: Write, id: string, row: store.RepricedRow) => Promise<void>
}

async function writeAll(
  grant: Write,
  id: string,
  report: (progress: string) => Promise<void>,
  { from, end, write }: Writing,
): Promise<Result<string>> {
  let done = 0
  for (;;) {
    const count = await reading(grant, async (tx) => {
      const rows = await store.readRepriced(tx, grant, id, from, BATCH)
      for (const row of rows) await write(tx, grant, id, row)
      return rows.length
    })
    if (count === 0) break
    done += count
    await report(`${done} cases written`)
  }
  return transaction(grant, async (tx) => {
    if (!(await store.moveTo(tx, grant, id, end))) return ok('It was finished before.')
    const found = await store.findRepricing(tx, grant, id)
    recordAudit(tx, grant, { action: `repricing.${end[1]}`, subject: id, detail: found ? sumsOf(found) : {} })
    return ok(`${done} cases written`)
  })
}

/** As it was compared, unless its owner changed or deleted it since: then it has the value of that day already. */
async function applyOne(tx: Tx, grant: Write, id: string, row: store.RepricedRow): Promise<void> {
  const { caseId, caseVersion } = row
  const skip = () => store.markRepriced(tx, grant, id, caseId, { state: 'skipped' })
  const [item] = await readCases(tx, grant, [caseId])
  if (item?.version !== caseVersion) return skip()
  const versions = (await store.versionsOf(tx, grant, [caseId])).get(caseId) ?? []
  const valued = await valueEntry(await readLogger(tx, grant), enteredOf(item), '')
  // Only the numbers that were agreed to are written.
  if (!valued.ok || !isAsAgreed(valued.value, row)) return skip()
  if (!(await replaceCase(tx, grant, valued.value, caseVersion))) return skip()
  await store.markRepriced(tx, grant, id, caseId, { state: 'applied', kept: { item, versions } })
}

const isAsAgreed = ({ calculated, trainingWorkRvu }: CaseToKeep, { agreed }: store.RepricedRow): boolean =>
  agreed.creditedWorkRvu === calculated.totals.creditedWorkRvu &&
  agreed.trainingWorkRvu === trainingWorkRvu &&
  agreed.allowed === calculated.totals.allowed &&
  agreed.policy === calculated.policy

async function takeBackOne(tx: Tx, grant: Write, id: string, row: store.RepricedRow): Promise<void> {
  const { caseId, caseVersion, kept } = row
  const back = kept !== null && (await replaceCase(tx, grant, toKeep(kept), caseVersion + 1))
  await store.markRepriced(tx, grant, id, caseId, { state: back ? 'taken-back' : 'skipped' })
}

/** Sums that the log does not keep. */
const NOT_KEPT = { limitingCharge: null, asaUnits: '0.0', postoperativeVisits: 0 }

/** A case as it was saved, to be saved so again. */
function toKeep({ item, versions }: store.KeptCase): CaseToKeep {
  const { lines, totals, warnings, policy } = item
  return {
    ...item,
    calculated: { release: null, conversionFactor: null, policy, lines, totals: { ...NOT_KEPT, ...totals }, warnings },
    versions: new Map(lines.flatMap(({ release }, at) => (release && versions[at] ? [[release, versions[at]]] : []))),
    postoperativeDays: lines.map((line) => line.postoperativeDays),
    manual: lines.map((line) => line.manual),
    trainingWorkRvu: totals.trainingWorkRvu,
  }
}
