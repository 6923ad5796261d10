import type { WorkKind } from '../../lib/features/dashboard/schema'
import { formatCount, formatPercent, formatWorkRvu } from '../../lib/format/number'
import { Bars, type BarRow } from '../charts/bars'
import { ChartFrame } from '../charts/chart-frame'

interface WorkMixProps {
  readonly finding: string
  readonly kinds: readonly WorkKind[]
  /** What the bars count. */
  readonly by: 'creditedWorkRvu' | 'cases'
  readonly source: string
}

const SHOWN = 8

/** Kinds of work by size; from the ninth on they are in the table alone. */
export function WorkMix({ finding, kinds, by, source }: WorkMixProps) {
  const credited = by === 'creditedWorkRvu'
  const row = (kind: WorkKind): BarRow => ({
    label: kind.name,
    value: Number(kind[by]),
    text: credited ? formatWorkRvu(kind.creditedWorkRvu) : formatCount(kind.cases),
    aside: formatPercent(kind.share),
  })
  const more = kinds.length - SHOWN
  return (
    <ChartFrame
      finding={finding}
      plotted={
        credited ? 'Credited work RVUs and share of all, by kind of work' : 'Cases and share of all, by kind of work'
      }
      source={`${source}${more > 0 ? ` ${more} smaller kinds are in the table.` : ''}`}
      table={{
        caption: 'Kinds of work',
        columns: [
          { head: 'Kind of work' },
          { head: 'Cases', numeric: true },
          { head: 'Lines', numeric: true },
          ...(credited ? [{ head: 'Credited, wRVU', numeric: true }] : []),
          { head: 'Share', numeric: true },
        ],
        rows: kinds.map((kind) => [
          kind.name,
          formatCount(kind.cases),
          formatCount(kind.lines),
          ...(credited ? [formatWorkRvu(kind.creditedWorkRvu)] : []),
          formatPercent(kind.share),
        ]),
      }}
    >
      <Bars label="Kinds of work by size" rows={kinds.slice(0, SHOWN).map(row)} />
    </ChartFrame>
  )
}
