import Link from 'next/link'
import { codeUrl } from '../../lib/domain/catalog/category'
import type { Staleness } from '../../lib/domain/crediting/staleness'
import type { StudentDashboard } from '../../lib/features/dashboard/schema'
import { formatDate, formatWeekday } from '../../lib/format/date'
import { formatCount, plural } from '../../lib/format/number'
import type { Submit } from '../account/use-form'
import { SectionTitle } from '../ui/finding'
import { PlainTable } from '../ui/plain-table'
import { SourceLine } from '../ui/source-line'
import { CasesByMonth } from './cases-by-month'
import { DashboardEntered } from './dashboard-entered'
import { Column, DashboardHead, DashboardRow } from './dashboard-head'
import { RoleMix } from './role-mix'
import { StudentFigures } from './trainee-figures'
import { WorkMix } from './work-mix'

interface StudentViewProps {
  readonly dashboard: StudentDashboard
  readonly clearSample: Submit<unknown>
  readonly stale: Staleness
}

/** What a student has seen. */
export function StudentView({ dashboard, clearSample, stale }: StudentViewProps) {
  const { kinds, asOf, sample, specialty } = dashboard
  const whose = `${sample ? 'Sample cases' : 'Your log'} through ${formatDate(asOf)}.`
  return (
    <>
      <DashboardHead
        facts={[...(specialty ? [specialty.name] : ['Medical student']), `Through ${formatWeekday(asOf)}`]}
        finding={studentFinding(dashboard)}
        hasSample={dashboard.hasSample}
        sample={sample}
        clearSample={clearSample}
        stale={stale}
      />
      <StudentFigures dashboard={dashboard} />
      <DashboardEntered dashboard={dashboard} />
      <DashboardRow first>
        <Column span={6}>
          <div className="grid gap-s-6">
            <WorkMix
              finding={kinds[0] ? `${kinds[0].name}: ${plural(kinds[0].cases, 'case')}` : 'No case yet'}
              kinds={kinds}
              by="cases"
              source={`${whose} A case with codes of two kinds counts in both.`}
            />
            <CasesByMonth months={dashboard.months} source={whose} />
          </div>
        </Column>
        <Column span={6}>
          <div className="grid gap-s-6">
            <CodesSeen dashboard={dashboard} source={whose} />
            <RoleMix roles={dashboard.roles} cases={dashboard.cases} source={whose} />
          </div>
        </Column>
      </DashboardRow>
    </>
  )
}

/** The one sentence of a student's page. */
function studentFinding({ cases, codesInAll, kinds }: StudentDashboard): string {
  const seen = `You have seen ${plural(cases, 'case')} of ${plural(codesInAll, 'code')}`
  return kinds[0] ? `${seen}; ${kinds[0].name.toLowerCase()} leads, with ${formatCount(kinds[0].cases)}.` : `${seen}.`
}

function CodesSeen({ dashboard, source }: { readonly dashboard: StudentDashboard; readonly source: string }) {
  const { codes, codesInAll } = dashboard
  const more = codesInAll - codes.length
  return (
    <section aria-label="Codes seen">
      <div className="mb-2">
        <SectionTitle>Seen most often</SectionTitle>
      </div>
      <PlainTable
        caption="Codes by how often they were seen"
        columns={[{ head: 'Code' }, { head: 'What it is' }, { head: 'Cases', numeric: true }]}
        rows={codes.map(({ code, title, cases }) => [
          <Link key={code} href={codeUrl(code)} className="thumb">
            {code}
          </Link>,
          title ?? 'Not described yet',
          formatCount(cases),
        ])}
      />
      <div className="mt-3">
        <SourceLine>
          {source}
          {more > 0 ? ` ${plural(more, 'more code')} seen less often.` : ''}
        </SourceLine>
      </div>
    </section>
  )
}
