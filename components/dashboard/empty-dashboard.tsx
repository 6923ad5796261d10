import type { EmptyDashboard as Nothing } from '../../lib/features/dashboard/schema'
import { PressForm } from '../account/press-form'
import type { Submit } from '../account/use-form'
import { PageHead } from '../shell/page-head'
import { ButtonLink } from '../ui/button'
import { Empty } from '../ui/empty'
import { MetaLine } from '../ui/meta-line'

const WILL_BE_HERE = {
  attending:
    'Your work RVUs of the year, the pace by working days, where the year is heading, and where your Medicare work stands in a published table. After 20 working days the year is projected.',
  resident:
    'Your cases against the published minimums of your specialty, by category and role, with the authority and year of each number. Training work RVUs are kept apart from benchmarks.',
  student:
    'What you have seen: cases by category and by code, month by month, and what the work is worth by the CMS table.',
} as const

interface EmptyDashboardProps {
  readonly dashboard: Nothing
  readonly showSample: Submit<unknown>
}

/** Before the first case: what will be here, how to get it there, and a way to see it at once. */
export function EmptyDashboard({ dashboard, showSample }: EmptyDashboardProps) {
  return (
    <>
      <PageHead>
        <MetaLine here="Dashboard" facts={dashboard.specialty ? [dashboard.specialty.name] : []} />
      </PageHead>
      <Empty
        level={1}
        title="Nothing logged yet"
        actions={
          <>
            <ButtonLink href="/log">Log a case</ButtonLink>
            <PressForm press={showSample} label="Show sample data" look="outline" />
          </>
        }
      >
        <p>{WILL_BE_HERE[dashboard.stage]}</p>
        <p className="mt-2">
          One line of typing logs a day: 47562 49505-50 or lap chole. Sample data are made up, credited by the same
          rules, labeled on every screen, and gone in one click.
        </p>
      </Empty>
    </>
  )
}
