import type { Staleness } from '../../lib/domain/crediting/staleness'
import type { ResidentDashboard } from '../../lib/features/dashboard/schema'
import { formatDate, formatWeekday } from '../../lib/format/date'
import { plural } from '../../lib/format/number'
import type { Submit } from '../account/use-form'
import { Finding } from '../ui/finding'
import { Note } from '../ui/source-line'
import { CategoryProgress } from './category-progress'
import { residentFinding, totalOf } from './category-words'
import { CasesByMonth } from './cases-by-month'
import { DashboardEntered } from './dashboard-entered'
import { Column, DashboardHead, DashboardRow } from './dashboard-head'
import { RoleMix } from './role-mix'
import { ResidentFigures } from './trainee-figures'
import { WorkMix } from './work-mix'

interface ResidentViewProps {
  readonly dashboard: ResidentDashboard
  readonly clearSample: Submit<unknown>
  readonly stale: Staleness
}

/** A resident's log against the published minimums of the specialty. */
export function ResidentView({ dashboard, clearSample, stale }: ResidentViewProps) {
  const whose = `${dashboard.sample ? 'Sample cases' : 'Your log'} through ${formatDate(dashboard.asOf)}.`
  return (
    <>
      <DashboardHead
        facts={factsOf(dashboard)}
        finding={residentFinding(dashboard)}
        hasSample={dashboard.hasSample}
        sample={dashboard.sample}
        clearSample={clearSample}
        stale={stale}
      />
      <ResidentFigures dashboard={dashboard} />
      <DashboardEntered dashboard={dashboard} />
      <DashboardRow first>
        <Column span={12}>
          <Minimums dashboard={dashboard} />
        </Column>
      </DashboardRow>
      <DashboardRow>
        <Column span={6}>
          <RoleMix
            roles={dashboard.roles}
            cases={dashboard.cases}
            source={`${whose} Training work is kept apart from wRVU benchmarks.`}
          />
        </Column>
        <Column span={6}>
          <CasesByMonth months={dashboard.months} source={whose} />
        </Column>
      </DashboardRow>
    </>
  )
}

function factsOf({ specialty, trainingYear, graduation, asOf }: ResidentDashboard): readonly string[] {
  const year = trainingYear === null ? '' : `, PGY-${trainingYear}`
  return [
    `${specialty?.name ?? 'No specialty chosen'}${year}`,
    ...(graduation ? [`Graduates ${formatDate(graduation)} by the usual length`] : []),
    `Through ${formatWeekday(asOf)}`,
  ]
}

function Minimums({ dashboard }: ResidentViewProps | { readonly dashboard: ResidentDashboard }) {
  const { training, graduation, specialty, kinds } = dashboard
  if (training) {
    const total = totalOf(training.progress)
    const begun = training.progress.categories.filter(({ done }) => done > 0).length
    return (
      <CategoryProgress
        requirement={training.requirement}
        progress={training.progress}
        graduation={graduation}
        finding={`${begun} of ${training.progress.categories.length} categories begun${total ? `, ${plural(total.doneInLastYear, 'major case')} in the last 12 months` : ''}`}
      />
    )
  }
  return (
    <div className="grid gap-s-5">
      <div>
        <Finding level={2} size="chart">
          {specialty
            ? `No minimums are published here for ${specialty.name}`
            : 'Choose your specialty to see its minimums'}
        </Finding>
        <Note>
          Nothing is made up in their place. These are your cases by kind of work; your program’s own numbers hold.
        </Note>
      </div>
      <WorkMix
        finding={kinds[0] ? `${kinds[0].name} leads, with ${kinds[0].cases} cases` : 'No case yet'}
        kinds={kinds}
        by="cases"
        source="Grouped by code range. A case with codes of two kinds counts in both."
      />
    </div>
  )
}
