import type { Grant } from '../../domain/access/grant'
import { ask, sql, tell, type Tx } from '../../server/db'
import type { ReportItem, SeenAnswer, SendReport } from './schema'

type Reader = Grant<'platform:admin'>

/** The door may write a report and not read it back. */
export function insertReport(tx: Tx, _door: Grant<'report:send'>, id: string, report: SendReport): void {
  const { context, address, message, email = null, answer, beside } = report
  const row = sql`
    insert into reports (id, context, address, message, email, release, policy, answer, beside)
    values (${id}::uuid, ${context}, ${address}, ${message}, ${email}, ${answer.release}, ${answer.policy},
      ${JSON.stringify(answer)}::jsonb, ${beside ? JSON.stringify(beside) : null}::jsonb)`
  tell(tx, row)
}

type Kept = Pick<SendReport['answer'], 'lines' | 'release' | 'totals'>

type Row = Omit<ReportItem, 'createdAt' | 'answeredAt' | 'seen' | 'beside'> & {
  readonly createdAt: Date
  readonly answeredAt: Date | null
  readonly answer: Kept
  readonly beside: Kept | null
}

const seenOf = ({ lines, release, totals }: Kept): SeenAnswer => ({
  lines: lines.map(({ code, modifiers }) => [code, ...modifiers].join('-')),
  release,
  creditedWorkRvu: totals.creditedWorkRvu,
  allowed: totals.allowed,
})

const asItem = ({ answer, beside, createdAt, answeredAt, ...row }: Row): ReportItem => ({
  ...row,
  createdAt: createdAt.toISOString(),
  answeredAt: answeredAt?.toISOString() ?? null,
  seen: seenOf(answer),
  beside: beside && seenOf(beside),
})

/** Reports after the one named, the newest first. */
export async function findReports(tx: Tx, _grant: Reader, limit: number, after: string | null): Promise<ReportItem[]> {
  const rows = await ask<Row>(
    tx,
    sql`
    select id, created_at as "createdAt", context, address, message, email, release, policy, answer, beside,
      answered_at as "answeredAt"
    from reports r
    where ${after}::uuid is null
      or (r.created_at, r.id) < (select a.created_at, a.id from reports a where a.id = ${after}::uuid)
    order by r.created_at desc, r.id desc limit ${limit}`,
  )
  return rows.map(asItem)
}

/** How many of the oldest went. */
export async function removeReportsBefore(tx: Tx, _job: Grant<'job:run'>, instant: Date): Promise<number> {
  const [removed] = await ask<{ count: number }>(
    tx,
    sql`
    with removed as (delete from reports where created_at < ${instant} returning created_at)
    select count(*)::int as count from removed`,
  )
  return removed?.count ?? 0
}

/** False where there is no such report, or not for whoever asks. */
export async function markReport(tx: Tx, _grant: Reader, id: string, answeredAt: Date | null): Promise<boolean> {
  const rows = await ask<{ id: string }>(
    tx,
    sql`update reports set answered_at = ${answeredAt} where id = ${id}::uuid returning id`,
  )
  return rows.length === 1
}
