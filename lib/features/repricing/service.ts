import { randomUUID } from 'node:crypto'
import type { Grant } from '@/lib/domain/access/grant'
import { policyLabel } from '@/lib/domain/crediting/credit-case'
import { manualWork } from '@/lib/domain/crediting/manual-totals'
import { isRevalued } from '@/lib/domain/crediting/revaluation'
import type { Staleness } from '@/lib/domain/crediting/staleness'
import type { CalendarDate } from '@/lib/domain/shared/date'
import type { UserId } from '@/lib/domain/shared/id'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { recordAudit } from '@/lib/server/audit'
import { reading, transaction, type Tx } from '@/lib/server/db'
import { mandateGrant } from '@/lib/server/session'
import { answerOf, enteredOf } from '../cases/service'
import { readCases, replaceCase } from '../cases/store'
import type { CaseToKeep } from '../entries/schema'
import { policyFor, valueEntry, workplaceOf } from '../entries/service'
import { readLogger, type Logger } from '../entries/store'
import { staleCases } from '../stale-cases/service'
import { RepriceOrder, type RepricedCase, type Repricing, type RepricingById, type RepricingState } from './schema'
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
  answer(grant, id, 'repricing.agreed', () => ({ move: ['offered', 'applying'], step: 'apply' }))

/** Keeps every case as it is. */
export const decline = (grant: Write, { id }: RepricingById): Promise<Result<null>> =>
  answer(grant, id, 'repricing.declined', () => ({ move: ['offered', 'declined'], step: null }))

/** Gives every case the value back that it had, where it was not changed since; also where writing them stopped. */
export const takeBack = (grant: Write, { id }: RepricingById): Promise<Result<null>> =>
  answer(grant, id, 'repricing.take-back-asked', ({ stopped }) =>
    stopped
      ? { move: ['applying', 'taking-back'], step: 'take-back' }
      : { move: ['done', 'taking-back'], step: 'take-back' },
  )

/** Goes on with what stopped: what was written until then stays written. */
export const goOn = (grant: Write, { id }: RepricingById): Promise<Result<null>> =>
  answer(grant, id, 'repricing.went-on', ({ state, stopped }) => {
    const step = stopped ? STEPS[state] : undefined
    return step ? { move: [state, state], step } : null
  })

type Step = RepriceOrder['step']

/** What is under way in a state. */
const STEPS: Readonly<Partial<Record<RepricingState, Step>>> = {
  comparing: 'compare',
  applying: 'apply',
  'taking-back': 'take-back',
}

type Answer = { readonly move: readonly [RepricingState, RepricingState]; readonly step: Step | null }

function answer(
  grant: Write,
  id: string,
  action: string,
  answerTo: (found: Repricing) => Answer | null,
): Promise<Result<null>> {
  return transaction(grant, async (tx) => {
    const found = await store.findRepricing(tx, grant, id)
    if (!found) return refuse('NOT_FOUND', 'There is no such comparison among yours.')
    const open = await store.findRepricing(tx, grant, null)
    if (open && open.id !== id && OPEN.includes(open.state))
      return refuse('CONFLICT', 'A newer comparison is open. Answer that one first.')
    const given = answerTo(found)
    if (!given || !(await store.moveTo(tx, grant, id, given.move, found.stopped)))
      return refuse('CONFLICT', 'This was answered already. Read the page again.')
    if (given.step) await store.insertJob(tx, grant, { repricing: id, step: given.step })
    recordAudit(tx, grant, { action, subject: id, detail: sumsOf(found) })
    return ok(null)
  })
}

const sumsOf = ({ cases, skipped, before, after }: Repricing) => ({ cases, skipped, before, after })

export type RepricingOffice = {
  readonly latest: Repricing | null
  readonly cases: readonly RepricedCase[]
  readonly stale: Staleness
}

/** Where re-pricing stands: the last comparison with its largest changes, and what would be compared now. */
export function readOffice(grant: Read): Promise<RepricingOffice> {
  return reading(grant, async (tx) => {
    const latest = await store.findRepricing(tx, grant, null)
    const cases = latest ? await store.readRepricedCases(tx, grant, latest.id, SHOWN) : []
    return { latest, cases, stale: await staleCases(tx, grant) }
  })
}

/** A page of work, each in a transaction of its own: a job that is killed goes on where it stopped. */
const BATCH = 100

type Report = (progress: string) => Promise<void>

/** The job. It acts for the person who asked, and for nobody else. */
export async function runRepricing(input: unknown, report: Report): Promise<Result<string>> {
  const { repricing: id, owner, step } = RepriceOrder.parse(input)
  return RUN[step](mandateGrant(owner as UserId, 'case:write'), id, report)
}

/** A job that failed, or ended its runner, for good: its owner is told and can go on. What it has written stays. */
export async function afterFailedRepricing(input: unknown): Promise<void> {
  const { repricing: id, owner, step } = RepriceOrder.parse(input)
  const grant = mandateGrant(owner as UserId, 'case:write')
  await reading(grant, async (tx) => {
    await store.markStopped(tx, grant, id)
    recordAudit(tx, grant, { action: 'repricing.failed', subject: id, detail: { step } })
  })
}

const RUN: Readonly<Record<Step, (grant: Write, id: string, report: Report) => Promise<Result<string>>>> = {
  compare,
  apply: (grant, id, report) =>
    writeAll(grant, id, report, { from: 'offered', end: ['applying', 'done'], write: applyOne }),
  'take-back': (grant, id, report) =>
    writeAll(grant, id, report, { from: 'applied', end: ['taking-back', 'taken-back'], write: takeBackOne }),
}

async function compare(grant: Write, id: string, report: Report): Promise<Result<string>> {
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
    const policyDue = policyLabel(
      policyFor(workplaceOf(logger, before.workplaceId), before.dateOfService as CalendarDate),
    )
    if (!valued.ok) refused += 1
    else if (!isRevalued({ ...before, versions: versions.get(before.id) ?? [] }, valuationOf(valued.value))) continue
    compared.push({ before, after: valued.ok ? valued.value : null, policyDue })
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
  readonly write: (tx: Tx, grant: Write, id: string, row: store.RepricedRow, logger: Logger) => Promise<void>
}

async function writeAll(
  grant: Write,
  id: string,
  report: Report,
  { from, end, write }: Writing,
): Promise<Result<string>> {
  let done = 0
  for (;;) {
    const count = await reading(grant, async (tx) => {
      const rows = await store.readRepriced(tx, grant, id, from, BATCH)
      const logger = await readLogger(tx, grant)
      for (const row of rows) await write(tx, grant, id, row, logger)
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
async function applyOne(tx: Tx, grant: Write, id: string, row: store.RepricedRow, logger: Logger): Promise<void> {
  const { caseId, caseVersion } = row
  const skip = () => store.markRepriced(tx, grant, id, caseId, { state: 'skipped' })
  const [item] = await readCases(tx, grant, [caseId])
  if (item?.version !== caseVersion) return skip()
  const versions = (await store.versionsOf(tx, grant, [caseId])).get(caseId) ?? []
  const valued = await valueEntry(logger, enteredOf(item), '')
  // Only the numbers that were agreed to are written.
  if (!valued.ok || !isAsAgreed(valued.value, row)) return skip()
  if (!(await replaceCase(tx, grant, valued.value, caseVersion))) return skip()
  await store.markRepriced(tx, grant, id, caseId, { state: 'applied', kept: { item, versions } })
}

const isAsAgreed = ({ calculated, trainingWorkRvu }: CaseToKeep, { agreed }: store.RepricedRow): boolean =>
  agreed.creditedWorkRvu === calculated.totals.creditedWorkRvu &&
  agreed.trainingWorkRvu === trainingWorkRvu &&
  agreed.allowed === calculated.totals.allowed &&
  agreed.manual === manualWork(calculated.lines) &&
  agreed.policy === calculated.policy

async function takeBackOne(tx: Tx, grant: Write, id: string, row: store.RepricedRow): Promise<void> {
  const { caseId, caseVersion, kept } = row
  const back = kept !== null && (await replaceCase(tx, grant, toKeep(kept), caseVersion + 1))
  await store.markRepriced(tx, grant, id, caseId, { state: back ? 'taken-back' : 'skipped' })
}

/** A case as it was saved, to be saved so again. */
function toKeep({ item, versions }: store.KeptCase): CaseToKeep {
  const { lines, totals } = item
  return {
    ...item,
    calculated: answerOf(item),
    versions: new Map(lines.flatMap(({ release }, at) => (release && versions[at] ? [[release, versions[at]]] : []))),
    postoperativeDays: lines.map((line) => line.postoperativeDays),
    manual: lines.map((line) => line.manual),
    trainingWorkRvu: totals.trainingWorkRvu,
  }
}
