import type { Staleness } from '../../lib/domain/crediting/staleness'
import type { AttendingDashboard } from '../../lib/features/dashboard/schema'
import { formatDate, formatDay, formatWeekday } from '../../lib/format/date'
import type { Submit } from '../account/use-form'
import { AttendingFigures } from './attending-figures'
import { mixFinding, yearFinding } from './attending-findings'
import { DashboardEntered } from './dashboard-entered'
import { Column, DashboardHead, DashboardRow } from './dashboard-head'
import { MedicareCurve } from './medicare-curve'
import { RatesTable } from './rates-table'
import { WorkMix } from './work-mix'
import { YearTrend } from './year-trend'

interface AttendingViewProps {
  readonly dashboard: AttendingDashboard
  readonly clearSample: Submit<unknown>
  readonly stale: Staleness
}

/** An attending's year: pace, projection, percentile, mix. */
export function AttendingView({ dashboard, clearSample, stale }: AttendingViewProps) {
  const whose = dashboard.sample ? 'Sample cases' : 'Your log'
  return (
    <>
      <DashboardHead
        facts={factsOf(dashboard)}
        finding={yearFinding(dashboard)}
        hasSample={dashboard.hasSample}
        sample={dashboard.sample}
        clearSample={clearSample}
        stale={stale}
      />
      <AttendingFigures dashboard={dashboard} />
      <DashboardEntered dashboard={dashboard} />
      <DashboardRow first>
        <Column span={8}>
          <YearTrend dashboard={dashboard} />
        </Column>
        <Column span={4}>
          <RatesTable dashboard={dashboard} />
        </Column>
      </DashboardRow>
      <DashboardRow>
        <Column span={6}>
          <WorkMix
            finding={mixFinding(dashboard)}
            kinds={dashboard.mix}
            by="creditedWorkRvu"
            source={`${whose} through ${formatDate(dashboard.asOf)}, grouped by code range.`}
          />
        </Column>
        <Column span={6}>
          <MedicareCurve dashboard={dashboard} />
        </Column>
      </DashboardRow>
    </>
  )
}

function factsOf({ specialty, clinicalFte, asOf, outlook, period }: AttendingDashboard): readonly string[] {
  const { elapsed, inPeriod } = outlook.days
  return [
    ...(specialty ? [specialty.name] : []),
    ...(clinicalFte === null ? [] : [`${clinicalFte} clinical FTE`]),
    `Through ${formatWeekday(asOf)}: ${elapsed} of ${inPeriod} working days`,
    ...(period.from.endsWith('-01-01') ? [] : [`Counted from ${formatDay(period.from)}, your first logged day`]),
  ]
}
