import { EFFICIENCY_FROM, percentChange, type WorkHistory, type WorkPoint } from '@/lib/domain/catalog/work-history'
import type { HistoryPoint } from '@/lib/features/code-pages/schema'
import { dateWords, releaseWords } from './release-words'

const yearOf = (date: string): string => date.slice(0, 4)
const upOrDown = (percent: string): string => (percent.startsWith('-') ? `down ${percent.slice(1)}%` : `up ${percent}%`)

/** The sentence over the chart, computed from the data. */
export function historyFinding(history: WorkHistory, points: readonly HistoryPoint[]): string {
  return `${workFinding(history)}${paymentFinding(points)}`
}

/** From when on the present value counts, as far as that is known: a change is in the first release held, or before it. */
export function sinceWords({ changes, last, unheld, isEfficiencyAdjustment }: WorkHistory): string {
  const changed = changes.at(-1) ?? last
  const id = changed.release
  if (unheld.length === 0) return `since ${releaseWords({ id, effectiveFrom: changed.effectiveFrom })}`
  if (isEfficiencyAdjustment) return `since ${dateWords(EFFICIENCY_FROM)}, as ${id} has it`
  return `in ${id}, or before it: ${notHeld(unheld)}`
}

/** `RVU26A and RVU26B are not held`. */
const notHeld = (releases: readonly string[]): string =>
  `${releases.join(', ').replace(/, ([^,]*)$/, ' and $1')} ${releases.length === 1 ? 'is' : 'are'} not held`

function workFinding({ first, last, changes, before, ...history }: WorkHistory): string {
  if (first.release === last.release) return `${last.workRvu} in the one release held, ${last.release}`
  const changed = changes.at(-1)
  if (!changed || !before)
    return `Unchanged at ${last.workRvu} in every release held since ${yearOf(first.effectiveFrom)}`
  const { percent } = history
  if (changes.length > 1)
    return `From ${first.workRvu} in ${yearOf(first.effectiveFrom)} to ${last.workRvu} now, in ${changes.length} changes${percent ? `: ${upOrDown(percent)}` : ''}`
  return changeFinding({ before, changed, ...history })
}

type Change = Pick<WorkHistory, 'percent' | 'unheld' | 'isEfficiencyAdjustment'> & {
  readonly before: WorkPoint
  readonly changed: WorkPoint
}

/** The one change there was. A year is named only where no release between may have had it before. */
function changeFinding({ before, changed, percent, unheld, isEfficiencyAdjustment }: Change): string {
  if (isEfficiencyAdjustment)
    return `${before.workRvu} until ${yearOf(EFFICIENCY_FROM)}, then ${changed.workRvu}, the 2.5% efficiency adjustment`
  const amount = percent ? `, ${upOrDown(percent)}` : ''
  return unheld.length > 0
    ? `${before.workRvu} up to ${before.release}, ${changed.workRvu} from ${changed.release} on${amount}`
    : `${before.workRvu} until ${yearOf(changed.effectiveFrom)}, then ${changed.workRvu}${amount}`
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
