import { percentChange, type WorkHistory } from '@/lib/domain/catalog/work-history'
import type { HistoryPoint } from '@/lib/features/code-pages/schema'

const yearOf = (date: string): string => date.slice(0, 4)
const upOrDown = (percent: string): string => (percent.startsWith('-') ? `down ${percent.slice(1)}%` : `up ${percent}%`)

/** The sentence over the chart, computed from the data. */
export function historyFinding(history: WorkHistory, points: readonly HistoryPoint[]): string {
  return `${workFinding(history)}${paymentFinding(points)}`
}

function workFinding({ first, last, changes, before, percent, isEfficiencyAdjustment }: WorkHistory): string {
  if (first.release === last.release) return `${last.workRvu} in the one release held, ${last.release}`
  if (changes.length === 0 || !before)
    return `Unchanged at ${last.workRvu} in every release held since ${yearOf(first.effectiveFrom)}`
  const changed = changes.at(-1) ?? last
  const cut = isEfficiencyAdjustment ? ', the 2.5% efficiency adjustment' : percent ? `, ${upOrDown(percent)}` : ''
  if (changes.length === 1)
    return `${before.workRvu} until ${yearOf(changed.effectiveFrom)}, then ${last.workRvu}${cut}`
  return `From ${first.workRvu} in ${yearOf(first.effectiveFrom)} to ${last.workRvu} now, in ${changes.length} changes${percent ? `: ${upOrDown(percent)}` : ''}`
}

/** Only where every payment is known. */
function paymentFinding(points: readonly HistoryPoint[]): string {
  const paid = points.flatMap(({ payment, effectiveFrom }) => (payment === null ? [] : [{ payment, effectiveFrom }]))
  const [first, last] = [paid[0], paid.at(-1)]
  if (!first || !last || paid.length < points.length) return ''
  const percent = percentChange(first.payment, last.payment)
  if (percent === null) return ''
  return `; payment is ${upOrDown(percent)} since ${yearOf(first.effectiveFrom)}`
}
