import type { Preview, PreviewCase } from '@/lib/features/quick-log/schema'
import { formatWorkRvu, plural } from '@/lib/format/number'
import { readDate } from '@/lib/domain/shared/date'
import { formatWeekday } from '@/lib/format/date'
import { policyName } from '@/lib/format/plan-words'
import { ledgerLine } from '../case/ledger-lines'
import { TotalWorking } from '../case/total-working'
import { policyNames } from '../dashboard/words'
import { Ledger } from '../ui/ledger'
import type { LedgerLine } from '../ui/ledger-line'

interface PreviewLedgerProps {
  readonly preview: Preview
  readonly today: string
}

/** What will be logged, line by line, each number open to its working. */
export function PreviewLedger({ preview, today }: PreviewLedgerProps) {
  const rows = rowsOf(preview, today)
  const policy = policyNames([...new Set(preview.cases.map((each) => each.policy))])
  const { totals, cases } = preview
  const training = totals.trainingWorkRvu !== '0.0000'
  const services = preview.lines.reduce((sum, line) => sum + Math.max(1, line.units), 0)
  const total = formatWorkRvu(training ? totals.trainingWorkRvu : totals.creditedWorkRvu)
  const lines = cases.flatMap((each) => each.lines)
  const parts = lines.map((line) => ({
    code: line.code,
    credited: line.trainingWorkRvu ?? line.creditedWorkRvu ?? '0',
  }))
  return (
    <Ledger
      caption="What will be logged"
      unit="work RVUs"
      {...(training ? { counted: 'Training' } : {})}
      lines={rows}
      total={{
        label: `${plural(services, 'service')} in ${plural(cases.length, 'case')}`,
        listed: formatWorkRvu(totals.workRvu),
        credited: total,
        working: <TotalWorking parts={parts} total={total} policy={policy} training={training} />,
      }}
    />
  )
}

/** Visits typed once with a count are shown once: `99223x2` is one row that tells of two cases. */
function rowsOf(preview: Preview, today: string): readonly LedgerLine[] {
  const seen = new Map<number, number>()
  const all = preview.cases.flatMap((each) => each.lines.map((line, at) => ({ each, line, at })))
  for (const { line } of all) seen.set(line.start, (seen.get(line.start) ?? 0) + 1)
  return all.flatMap(({ each, line, at }, index) => {
    const count = seen.get(line.start) ?? 1
    if (all.findIndex((other) => other.line.start === line.start) !== index) return []
    const row = ledgerLine(line, { id: `${line.start}-${at}`, title: line.title, policy: policyName(each.policy) })
    const said = [contextOf(each, today), count > 1 ? manyCases(count, row.credited) : '', row.why].filter(Boolean)
    const shown = { ...row, ...(said.length ? { why: said.join(' ') } : {}) }
    return [count > 1 ? timesOver(shown, count, line) : shown]
  })
}

const manyCases = (count: number, credited: string): string =>
  `${count} patients: ${count} cases of their own, ${credited} each.`

function timesOver(row: LedgerLine, count: number, line: PreviewCase['lines'][number]): LedgerLine {
  const total = (amount: string | null) => (amount === null ? 'none' : formatWorkRvu(multiply(amount, count)))
  return {
    ...row,
    suffix: `${row.suffix ?? ''} ×${count}`.trim(),
    listed: total(line.workRvu),
    credited: total(line.trainingWorkRvu ?? line.creditedWorkRvu),
  }
}

/** Exact decimal text times a whole number. */
function multiply(amount: string, count: number): string {
  const [whole = '0', places = ''] = amount.split('.')
  const digits = (BigInt(whole + places) * BigInt(count)).toString().padStart(places.length + 1, '0')
  return places ? `${digits.slice(0, -places.length)}.${digits.slice(-places.length)}` : digits
}

function contextOf(each: PreviewCase, today: string): string {
  const date = each.dateOfService === today ? null : readDate(each.dateOfService)
  return date ? `${formatWeekday(date)}.` : ''
}
