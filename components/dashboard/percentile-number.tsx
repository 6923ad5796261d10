import type { AttendingDashboard } from '../../lib/features/dashboard/schema'
import { formatWorkRvu, formatWholeWorkRvu, plural } from '../../lib/format/number'
import { percentileLabel } from '../../lib/format/percentile'
import { DottedNumber } from '../ui/dotted-number'
import { Working, type WorkingStep } from '../ui/working'

type Placed = Extract<AttendingDashboard['standing'], { kind: 'placed' }>

interface PercentileNumberProps {
  readonly dashboard: AttendingDashboard
  readonly standing: Placed
}

/** The percentile with its working: whose work, annualized how, on which table. */
export function PercentileNumber({ dashboard, standing }: PercentileNumberProps) {
  const { position, table } = standing
  const label = percentileLabel(position)
  if (position.withheld !== null || label === null) return 'Not yet'
  return (
    <DottedNumber value={label} label="percentile of Medicare work RVUs" align="left">
      <Working
        title={`Why ${label}`}
        steps={stepsOf(dashboard, standing)}
        result={{
          amount: label,
          source: `of ${table.specialtyAsPublished}, straight line between the published points`,
        }}
        cite={`${table.population}, ${table.year} services at ${table.workValuesOf} work values, n = ${table.n ?? 'not stated'}. Your total is never placed on a Medicare-only table.`}
      />
    </DottedNumber>
  )
}

function stepsOf({ outlook, medicare }: AttendingDashboard, { part, position }: Placed): readonly WorkingStep[] {
  const { elapsed, inYear } = outlook.days
  const mine: readonly WorkingStep[] =
    part.from === 'medicare-lines'
      ? [{ amount: formatWorkRvu(part.value), source: `Credited for ${plural(medicare.cases, 'Medicare case')}` }]
      : [
          { amount: formatWorkRvu(outlook.toDate), source: 'Credited so far, all payers' },
          { amount: `× ${medicare.statedPercent ?? ''}%`, source: 'Medicare share that you stated' },
        ]
  const yearly = position.annualized === null ? '' : formatWholeWorkRvu(position.annualized)
  return [
    ...mine,
    { amount: `× ${inYear}/${elapsed}`, source: 'to a whole year, by working days' },
    { amount: `= ${yearly}`, source: 'Medicare work RVUs a year' },
  ]
}
