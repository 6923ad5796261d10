import type { Metadata } from 'next'
import Link from 'next/link'
import { SettingsSection } from '@/components/account/settings-section'
import { WorkplaceForm } from '@/components/account/workplace-form'
import { ButtonLink } from '@/components/ui/button'
import { PlainTable } from '@/components/ui/plain-table'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { saveWorkplaceAction } from '@/lib/features/profile/actions'
import { loadWorkplaces } from '@/lib/features/profile/loaders'
import { PLACES, POLICIES, type WorkplaceRow } from '@/lib/features/profile/schema'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Workplace' }

const lead = 'What your employer counts by. Cases keep the policy they were logged under.'

export default async function WorkplacesPage() {
  await requireMe('/settings/workplaces')
  const workplaces = await loadWorkplaces()
  const [only, ...more] = workplaces
  return (
    <>
      <SettingsSection title={more.length === 0 ? 'Workplace' : 'Workplaces'} lead={lead}>
        {only && more.length === 0 ? (
          <WorkplaceForm save={saveWorkplaceAction} workplace={only} policies={POLICIES} places={PLACES} />
        ) : (
          <WorkplaceTable workplaces={workplaces} />
        )}
      </SettingsSection>
      <div>
        <ButtonLink href="/settings/workplaces/new" look="bare">
          Add a workplace
        </ButtonLink>
      </div>
    </>
  )
}

function WorkplaceTable({ workplaces }: { readonly workplaces: readonly WorkplaceRow[] }) {
  const rows = workplaces.map(({ id, name, policy, clinicalFte, isDefault }) => [
    <Link key={id} href={`/settings/workplaces/${id}`}>
      {name}
    </Link>,
    clinicalFte,
    POLICY_PRESETS[policy].name,
    isDefault ? 'New cases' : '',
  ])
  const columns = [{ head: 'Name' }, { head: 'Clinical FTE', numeric: true }, { head: 'Policy' }, { head: 'Used for' }]
  return <PlainTable caption="Your workplaces" columns={columns} rows={rows} />
}
