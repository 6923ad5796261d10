import type { Metadata } from 'next'
import { SettingsSection } from '@/components/account/settings-section'
import { WorkplaceForm } from '@/components/account/workplace-form'
import { addWorkplaceAction } from '@/lib/features/profile/actions'
import { PLACES, POLICIES } from '@/lib/features/profile/schema'
import { requireMe } from '../../../require-me'

export const metadata: Metadata = { title: 'Add a workplace' }

export default async function NewWorkplacePage() {
  await requireMe('/settings/workplaces/new')
  return (
    <SettingsSection title="Add a workplace" lead="A second employer, or a part of the week that is counted apart.">
      <WorkplaceForm
        save={addWorkplaceAction}
        workplace={null}
        policies={POLICIES}
        places={PLACES}
        next="/settings/workplaces"
      />
    </SettingsSection>
  )
}
