import { workHistory } from '@/lib/domain/catalog/work-history'
import type { CodePage } from '@/lib/features/code-pages/schema'
import { formatCount, formatDollarsAndCents } from '@/lib/format/number'
import { ordinal } from '@/lib/format/percentile'

/** A fact of each code; null where it does not apply. */
export type ComparisonRow = {
  readonly name: string
  readonly numeric: boolean
  readonly cells: readonly (string | null)[]
}

type Read = (page: CodePage) => string | null

const own = ({ detail }: CodePage) => detail.rows.find(({ modifier }) => modifier === '') ?? detail.rows[0]

const positive = (amount: string | null | undefined): string | null => (amount && Number(amount) > 0 ? amount : null)
const money = (amount: string | null | undefined): string | null => (amount ? formatDollarsAndCents(amount) : null)

const workOf: Read = ({ workRvu, standing }) =>
  standing === 'by-contractor' ? 'by report' : (positive(workRvu) ?? (workRvu === null ? null : 'none'))

/** The verdict of a payment rule: `Reduced unless it ranks first`. */
const ruleOf =
  (topic: string): Read =>
  ({ rules }) =>
    rules.find((rule) => rule.topic.startsWith(topic))?.verdict.replace(/\.$/, '') ?? null

const rankOf: Read = ({ peers }) =>
  peers && `${ordinal(String(peers.rank))} of ${formatCount(peers.of)}, ${peers.name.toLowerCase()}`

const firstOf: Read = ({ history }) => {
  const first = history[0]
  return first ? `${first.workRvu} in ${first.effectiveFrom.slice(0, 4)}` : null
}

const changeOf: Read = ({ history }) => {
  const percent = workHistory(history)?.percent ?? null
  if (percent === null) return history.length > 1 ? 'unchanged' : null
  return percent.startsWith('-') ? `−${percent.slice(1)}%` : `+${percent}%`
}

const splitOf: Read = ({ split }) => split && split.map(({ percent }) => percent).join(' / ')

const ROWS: readonly (readonly [name: string, numeric: boolean, read: Read])[] = [
  ['Work RVU', true, workOf],
  ['Total RVU, facility', true, (page) => positive(own(page)?.facilityTotal)],
  ['Total RVU, non-facility', true, (page) => positive(own(page)?.nonFacilityTotal)],
  ['National payment, facility', true, (page) => money(own(page)?.payment.facility)],
  ['National payment, non-facility', true, (page) => money(own(page)?.payment.nonFacility)],
  ['Status', false, ({ statusMeaning }) => statusMeaning?.split(/[:.]/)[0] ?? null],
  ['Global period', false, (page) => ruleOf('Global')(page) ?? globalOf(page)],
  ['Before / operation / after, percent', true, splitOf],
  ['With other procedures', false, ruleOf('With other')],
  ['Both sides (50)', false, ruleOf('Both sides')],
  ['Assistant (80)', false, ruleOf('Assistant')],
  ['Co-surgeon (62)', false, ruleOf('Co-surgeon')],
  ['Professional and technical', false, ruleOf('Professional')],
  ['Rank by work', false, rankOf],
  ['First work RVU held', true, firstOf],
  ['Change since', true, changeOf],
]

function globalOf({ rules }: CodePage): string | null {
  return rules.find(({ topic }) => /-day global$/.test(topic))?.topic.replace(' global', '') ?? null
}

/** The facts in which codes are compared, in order; those that none of them has are left out. */
export function comparisonRows(pages: readonly CodePage[]): readonly ComparisonRow[] {
  return ROWS.map(([name, numeric, read]) => ({ name, numeric, cells: pages.map(read) })).filter(({ cells }) =>
    cells.some((cell) => cell !== null),
  )
}
