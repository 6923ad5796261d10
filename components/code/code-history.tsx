import { missingReleases, workHistory } from '@/lib/domain/catalog/work-history'
import type { CodePage, HistoryPoint } from '@/lib/features/code-pages/schema'
import { formatDollarsAndCents } from '@/lib/format/number'
import { ChartFrame } from '../charts/chart-frame'
import { niceScale } from '../charts/nice-scale'
import { StepsChart, type Step, type StepsPanel, type Tick } from '../charts/steps-chart'
import { CodeSection } from './code-section'
import { historyFinding } from './history-words'
import { dateWords } from './release-words'

/** Work RVU over every release held, and payment where it is held. */
export function CodeHistory({ page }: { readonly page: CodePage }) {
  const { history, detail } = page
  const summary = workHistory(history)
  if (!summary || history.length < 2 || history.every(({ workRvu }) => Number(workRvu) === 0)) return null
  const since = summary.first.effectiveFrom.slice(0, 4)
  // A step holds until the next: with a payment missing between two, it would claim what is not known.
  const paid = history.every(({ payment }) => payment !== null)
  return (
    <CodeSection id="history" title={`Work RVU since ${since}`}>
      <ChartFrame
        finding={historyFinding(summary, history)}
        level={3}
        plotted={`One dot for each release held. Orange is the latest.${paid ? ' Payment is national, in a facility, not adjusted for inflation.' : ''}`}
        source={sourceWords(history)}
        table={{
          caption: `Work RVU of ${detail.code} by release`,
          columns: [
            { head: 'Release' },
            { head: 'Effective' },
            { head: 'Work RVU', numeric: true },
            ...(paid ? [{ head: 'Payment, facility', numeric: true }] : []),
          ],
          rows: history.map((point) => [
            point.release,
            dateWords(point.effectiveFrom),
            point.workRvu,
            ...(paid ? [point.payment === null ? '–' : formatDollarsAndCents(point.payment)] : []),
          ]),
        }}
      >
        <StepsChart
          label={`Work RVU of ${detail.code} by release since ${since}. The same figures are in the table.`}
          panels={[workPanel(history), ...(paid ? [paymentPanel(history)] : [])]}
          time={timeOf(history)}
          ticks={yearTicks(history)}
        />
      </ChartFrame>
    </CodeSection>
  )
}

const QUARTER = 0.25

/** Years with decimals: July 1, 2026 is about 2026.5. */
function yearsOf(date: string): number {
  const year = Number(date.slice(0, 4))
  const start = Date.UTC(year, 0, 1)
  return year + (Date.parse(`${date}T00:00:00Z`) - start) / (Date.UTC(year + 1, 0, 1) - start)
}

const timeOf = (history: readonly HistoryPoint[]) => ({
  from: Math.floor(yearsOf(history[0]?.effectiveFrom ?? '')),
  to: yearsOf(history.at(-1)?.effectiveFrom ?? '') + QUARTER,
})

function yearTicks(history: readonly HistoryPoint[]): readonly Tick[] {
  const { from, to } = timeOf(history)
  return Array.from({ length: Math.ceil(to - from) }, (_, at) => {
    const year = from + at
    // In the middle of what is drawn of the year.
    return { at: (year + Math.min(year + 1, to)) / 2, label: String(year), short: `’${String(year).slice(2)}` }
  })
}

interface PanelText {
  readonly name: string
  readonly print: (value: number) => string
  readonly first: string
  readonly last: string
}

function panelOf(steps: readonly Step[], { name, print, first, last }: PanelText): StepsPanel {
  const { span, ticks } = niceScale(steps.map(({ value }) => value))
  return {
    name,
    scaleNote: span.from === 0 ? '' : `scale starts at ${print(span.from)}`,
    steps,
    firstLabel: first,
    lastLabel: first === last ? '' : last,
    scale: span,
    ticks: ticks.map((at) => ({ at, label: print(at) })),
  }
}

function workPanel(history: readonly HistoryPoint[]): StepsPanel {
  const steps = history.map(({ effectiveFrom, workRvu }) => ({ at: yearsOf(effectiveFrom), value: Number(workRvu) }))
  return panelOf(steps, {
    name: 'Work RVU',
    print: (value) => value.toFixed(2),
    first: history[0]?.workRvu ?? '',
    last: history.at(-1)?.workRvu ?? '',
  })
}

function paymentPanel(history: readonly HistoryPoint[]): StepsPanel {
  const paid = history.flatMap((point) => (point.payment === null ? [] : [{ ...point, payment: point.payment }]))
  const steps = paid.map(({ effectiveFrom, payment }) => ({ at: yearsOf(effectiveFrom), value: Number(payment) }))
  return panelOf(steps, {
    name: 'National payment, facility',
    print: (value) => `$${Number.isInteger(value) ? value.toLocaleString('en-US') : value.toFixed(2)}`,
    first: formatDollarsAndCents(paid[0]?.payment ?? '0'),
    last: formatDollarsAndCents(paid.at(-1)?.payment ?? '0'),
  })
}

function sourceWords(history: readonly HistoryPoint[]): string {
  const missing = missingReleases(history.map(({ release }) => release))
  const held = `CMS Physician Fee Schedule relative value files, ${history.length} releases from ${history[0]?.release ?? ''} to ${history.at(-1)?.release ?? ''}.`
  if (missing.length === 0) return held
  return `${held} ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} not held.`
}
