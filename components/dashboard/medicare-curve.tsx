import Link from 'next/link'
import type { BenchmarkTable } from '../../lib/domain/benchmark/table'
import { ANCHORS } from '../../lib/domain/benchmark/curve'
import type { AttendingDashboard } from '../../lib/features/dashboard/schema'
import { formatCount, formatWholeWorkRvu, formatWorkRvu } from '../../lib/format/number'
import { ordinal, percentileLabel } from '../../lib/format/percentile'
import { ChartFrame } from '../charts/chart-frame'
import { PercentileCurve, type Anchor } from '../charts/percentile-curve'
import { Finding } from '../ui/finding'
import type { PlainTableProps } from '../ui/plain-table'
import { Note, SourceLine } from '../ui/source-line'
import { standingFinding } from './attending-findings'

/** Where one's Medicare work stands among the specialty's, or what is missing to say so. */
export function MedicareCurve({ dashboard }: { readonly dashboard: AttendingDashboard }) {
  const { standing } = dashboard
  if (standing.kind === 'no-table') return <NoCurve dashboard={dashboard} />
  if (standing.kind === 'no-percentiles') return <NoCurve dashboard={dashboard} table={standing.table} />
  const { table } = standing
  const mine = markerOf(dashboard)
  return (
    <ChartFrame
      finding={standingFinding(dashboard)}
      plotted={plottedOf(dashboard)}
      source={<TableSource table={table} />}
      table={tableOf(table, mine)}
    >
      <PercentileCurve
        label={`${table.metricName} of ${table.specialtyAsPublished} by percentile${mine ? `, you at ${mine.text}` : ''}`}
        axisName={`${table.metricName}, ${table.specialtyAsPublished}`}
        anchors={anchorsOf(table)}
        {...(mine ? { you: mine } : {})}
      />
    </ChartFrame>
  )
}

function anchorsOf({ percentiles }: BenchmarkTable): readonly Anchor[] {
  return ANCHORS.flatMap((key) => {
    const amount = percentiles[key]
    if (amount === null) return []
    const rank = key.slice(1)
    return [
      {
        percentile: Number(rank),
        value: Number(amount),
        valueLabel: formatWholeWorkRvu(amount),
        percentileLabel: ordinal(rank),
      },
    ]
  })
}

function markerOf({ standing }: AttendingDashboard): { readonly value: number; readonly text: string } | null {
  if (standing.kind !== 'placed') return null
  const { annualized, withheld } = standing.position
  const label = percentileLabel(standing.position)
  if (annualized === null || withheld !== null || label === null) return null
  return { value: Number(annualized), text: `You, ${formatWholeWorkRvu(annualized)}: ${label}` }
}

function plottedOf({ standing, medicare, outlook }: AttendingDashboard) {
  const never = 'Your total is never placed on a Medicare-only curve.'
  if (standing.kind !== 'placed') {
    return (
      <>
        Mark the payer of Medicare cases as you log them, or{' '}
        <Link href="/settings/profile">state the share of your work that is Medicare</Link>. {never}
      </>
    )
  }
  const { part, position } = standing
  if (position.annualized === null) return `It takes 20 working days of cases. ${never}`
  const amount = formatWholeWorkRvu(position.annualized)
  return part.from === 'medicare-lines'
    ? `${formatWorkRvu(part.value)} credited for your Medicare cases so far, ${amount} a year by working days. ${never}`
    : `${formatWholeWorkRvu(outlook.annualized ?? outlook.toDate)} a year × the ${medicare.statedPercent ?? ''}% Medicare share you stated = ${amount}. ${never}`
}

function tableOf(table: BenchmarkTable, mine: { readonly text: string } | null): PlainTableProps {
  const anchors = anchorsOf(table)
  return {
    caption: `${table.metricName}, ${table.specialtyAsPublished}`,
    columns: [{ head: 'Percentile' }, { head: 'Medicare wRVU a year', numeric: true }],
    rows: [
      ...ANCHORS.flatMap((key) => {
        const amount = table.percentiles[key]
        return amount === null ? [] : [[ordinal(key.slice(1)), formatWorkRvu(amount)]]
      }),
      ...(mine && anchors.length > 0 ? [['You', mine.text.replace('You, ', '')]] : []),
    ],
  }
}

/** Publisher, year, population, n, method and every caution of the table. */
function TableSource({ table }: { readonly table: BenchmarkTable }) {
  const { source, year, workValuesOf, population, n, caution } = table
  return (
    <>
      {source.publisher}. {year} services at {workValuesOf} work values. {population}; n ={' '}
      {n === null ? 'not stated' : formatCount(n)}. {table.method} {source.caveats.join(' ')}
      {caution ? ` ${caution}` : ''} <a href={source.url}>{source.title}</a>
    </>
  )
}

function NoCurve({ dashboard, table }: { readonly dashboard: AttendingDashboard; readonly table?: BenchmarkTable }) {
  return (
    <section>
      <Finding level={2} size="chart">
        {standingFinding(dashboard)}
      </Finding>
      <div className="mt-2 grid gap-2">
        <Note>
          {dashboard.specialty ? (
            `No percentile is made up for ${dashboard.specialty.name}.`
          ) : (
            <>
              <Link href="/settings/profile">Choose your specialty</Link> to be compared with its clinicians.
            </>
          )}
          {table?.mean ? ` The published mean is ${formatWorkRvu(table.mean)} Medicare work RVUs a year.` : ''}
        </Note>
        {table && (
          <SourceLine>
            <TableSource table={table} />
          </SourceLine>
        )}
      </div>
    </section>
  )
}
