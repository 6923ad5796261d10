import { randomUUID } from 'node:crypto'
import type { Grant } from '../../domain/access/grant'
import { ok, refuse, type Result } from '../../domain/shared/result'
import type { Caller } from '../../server/action'
import { recordAudit } from '../../server/audit'
import { now } from '../../server/clock'
import { reading, transaction } from '../../server/db'
import { systemGrant } from '../../server/session'
import { takeTurns } from '../../server/throttle'
import type { MarkReport, ReportPage, SendReport } from './schema'
import * as store from './store'

const HOUR_SECONDS = 3_600
const MOST_AN_HOUR = 10
const PAGE = 20
/** A release is in force for a quarter; what somebody doubted a year ago, and where to answer them, is kept no longer. */
const KEPT_DAYS = 365
const DAY_MS = 86_400_000

/** `POST /api/v1/reports`: keeps a report of anyone, with what they saw. */
export async function sendReport(input: SendReport, caller: Caller): Promise<Result<{ readonly id: string }>> {
  const turn = await takeTurns([`report:address:${caller.address}`, MOST_AN_HOUR, HOUR_SECONDS])
  if (!turn.ok) return turn
  const grant = systemGrant('report:send')
  const id = randomUUID()
  return transaction(grant, async (tx) => {
    store.insertReport(tx, grant, id, input)
    recordAudit(tx, grant, { action: 'report.sent', subject: id, detail: { context: input.context } })
    return ok({ id })
  })
}

/** Reports, the newest first, a page at a time. */
export async function listReports(grant: Grant<'platform:admin'>, after: string | null): Promise<ReportPage> {
  const rows = await reading(grant, (tx) => store.findReports(tx, grant, PAGE + 1, after))
  const items = rows.slice(0, PAGE)
  return { items, nextCursor: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

/** Says that a report is answered, or takes it back. */
export async function answerReport(
  grant: Grant<'platform:admin'>,
  { id, answered }: MarkReport,
): Promise<Result<null>> {
  return transaction(grant, async (tx) => {
    if (!(await store.markReport(tx, grant, id, answered ? now() : null))) {
      return refuse('NOT_FOUND', 'There is no such report.')
    }
    recordAudit(tx, grant, { action: answered ? 'report.answered' : 'report.reopened', subject: id })
    return ok(null)
  })
}

/** Removes reports past their age, answered or not. */
export async function removeOldReports(): Promise<void> {
  const grant = systemGrant('job:run')
  const oldest = new Date(now().getTime() - KEPT_DAYS * DAY_MS)
  await reading(grant, async (tx) => {
    const count = await store.removeReportsBefore(tx, grant, oldest)
    if (count > 0) recordAudit(tx, grant, { action: 'report.removed', subject: 'reports', detail: { count } })
  })
}
