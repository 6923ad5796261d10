import { percentChange } from '@/lib/domain/catalog/work-history'
import type { FactorStep } from '@/lib/features/hubs/schema'
import { ChartFrame } from '../charts/chart-frame'
import { StepsChart } from '../charts/steps-chart'
import { dateWords } from '../code/release-words'
import { niceScale } from '../charts/nice-scale'

/** Years with decimals. */
const yearsOf = (date: string): number =>
  Number(date.slice(0, 4)) + (Number(date.slice(5, 7)) - 1) / 12 + (Number(date.slice(8)) - 1) / 365

/** The dollars that an RVU buys, over the releases held. Nothing to say of fewer than two. */
export function FactorChart({ factors }: { readonly factors: readonly FactorStep[] }) {
  const [first, last] = [factors[0], factors.at(-1)]
  if (!first || !last || first === last) return null
  const steps = factors.map(({ effectiveFrom, standard }) => ({ at: yearsOf(effectiveFrom), value: Number(standard) }))
  const { span, ticks } = niceScale(steps.map(({ value }) => value))
  const from = Math.floor(yearsOf(first.effectiveFrom))
  const to = Math.floor(yearsOf(last.effectiveFrom)) + 1
  return (
    <ChartFrame
      finding={findingOf(first, last)}
      plotted="Conversion factor, dollars per RVU, not adjusted for inflation."
      source="CMS Physician Fee Schedule, final conversion factors of the releases held. Since 2026 the standard factor; qualifying participants in an advanced payment model have their own."
      table={{
        caption: 'Conversion factor by date',
        columns: [{ head: 'From' }, { head: 'Dollars per RVU', numeric: true }],
        rows: factors.map(({ effectiveFrom, standard }) => [dateWords(effectiveFrom), standard]),
      }}
    >
      <StepsChart
        label={`Medicare conversion factor, ${from} to ${to - 1}, in dollars. The table has the figures.`}
        panels={[
          {
            name: 'Dollars per RVU',
            scaleNote: `scale starts at $${span.from}`,
            steps,
            firstLabel: first.standard,
            lastLabel: last.standard,
            scale: span,
            ticks: ticks.map((at) => ({ at, label: `$${at}` })),
          },
        ]}
        time={{ from, to }}
        ticks={Array.from({ length: to - from }, (_, at) => ({
          at: from + at + 0.5,
          label: String(from + at),
          short: `’${String(from + at).slice(2)}`,
        }))}
        dots={false}
      />
    </ChartFrame>
  )
}

function findingOf(first: FactorStep, last: FactorStep): string {
  const percent = percentChange(cents(first.standard), cents(last.standard))
  const year = first.effectiveFrom.slice(0, 4)
  if (percent === null) return `An RVU buys as many Medicare dollars as in ${year}`
  return percent.startsWith('-')
    ? `An RVU buys ${percent.slice(1)}% fewer Medicare dollars than in ${year}`
    : `An RVU buys ${percent}% more Medicare dollars than in ${year}`
}

/** Ten-thousandths as hundredths of a hundredfold: the share of change stays exact. */
function cents(factor: string): string {
  const [whole = '0', decimals = ''] = factor.split('.')
  return `${whole}${decimals.padEnd(4, '0').slice(0, 2)}.${decimals.padEnd(4, '0').slice(2)}`
}
