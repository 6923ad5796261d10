import type { Metadata } from 'next'
import Link from 'next/link'
import { SettingsSection } from '@/components/account/settings-section'
import { WorkplaceForm } from '@/components/account/workplace-form'
import { ButtonLink } from '@/components/ui/button'
import { PlainTable } from '@/components/ui/plain-table'
import { PolicySummary } from '@/components/policy/policy-summary'
import { dateIn } from '@/lib/domain/shared/date'
import { loadPolicyOn } from '@/lib/features/policies/loaders'
import { saveWorkplaceAction } from '@/lib/features/profile/actions'
import { loadWorkplaces } from '@/lib/features/profile/loaders'
import { PLACES, POLICIES, type WorkplaceRow } from '@/lib/features/profile/schema'
import { now } from '@/lib/server/clock'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Workplace' }

const lead = 'What your employer counts by. Cases keep the policy they were logged under.'

export default async function WorkplacesPage() {
  const me = await requireMe('/settings/workplaces')
  const today = dateIn(me.timeZone, now())
  const workplaces = await loadWorkplaces()
  const [only, ...more] = workplaces
  const names = await Promise.all(workplaces.map(async ({ id }) => (await loadPolicyOn(id, today)).name))
  return (
    <>
      <SettingsSection title={more.length === 0 ? 'Workplace' : 'Workplaces'} lead={lead}>
        {only && more.length === 0 ? (
          <WorkplaceForm save={saveWorkplaceAction} workplace={only} policies={POLICIES} places={PLACES} />
        ) : (
          <WorkplaceTable workplaces={workplaces} policies={names} />
        )}
      </SettingsSection>
      {only && more.length === 0 && <PolicySummary workplaceId={only.id} name={names[0] ?? ''} />}
      <div>
        <ButtonLink href="/settings/workplaces/new" look="bare">
          Add a workplace
        </ButtonLink>
      </div>
    </>
  )
}

interface WorkplaceTableProps {
  readonly workplaces: readonly WorkplaceRow[]
  /** What counts at each of them today. */
  readonly policies: readonly string[]
}

function WorkplaceTable({ workplaces, policies }: WorkplaceTableProps) {
  const rows = workplaces.map(({ id, name, clinicalFte, isDefault }, at) => [
    <Link key={id} href={`/settings/workplaces/${id}`}>
      {name}
    </Link>,
    clinicalFte,
    policies[at],
    isDefault ? 'New cases' : '',
  ])
  const columns = [{ head: 'Name' }, { head: 'Clinical FTE', numeric: true }, { head: 'Policy' }, { head: 'Used for' }]
  return <PlainTable caption="Your workplaces" columns={columns} rows={rows} />
}
