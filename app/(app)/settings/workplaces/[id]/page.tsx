import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { PressForm } from '@/components/account/press-form'
import { SettingsSection } from '@/components/account/settings-section'
import { WorkplaceForm } from '@/components/account/workplace-form'
import { PolicySummary } from '@/components/policy/policy-summary'
import { dateIn } from '@/lib/domain/shared/date'
import { loadPolicyOn } from '@/lib/features/policies/loaders'
import { saveWorkplaceAction, setDefaultWorkplaceAction } from '@/lib/features/profile/actions'
import { loadWorkplaces } from '@/lib/features/profile/loaders'
import { PLACES, POLICIES } from '@/lib/features/profile/schema'
import { now } from '@/lib/server/clock'
import { requireMe } from '../../../require-me'

export const metadata: Metadata = { title: 'Workplace' }

export default async function WorkplacePage({ params }: { readonly params: Promise<{ id: string }> }) {
  const { id } = await params
  const me = await requireMe(`/settings/workplaces/${id}`)
  const workplace = (await loadWorkplaces()).find((each) => each.id === id)
  if (!workplace) notFound()
  const policy = await loadPolicyOn(id, dateIn(me.timeZone, now()))
  return (
    <>
      <p className="text-14">
        <Link href="/settings/workplaces">All workplaces</Link>
      </p>
      <SettingsSection title={workplace.name}>
        <WorkplaceForm save={saveWorkplaceAction} workplace={workplace} policies={POLICIES} places={PLACES} />
      </SettingsSection>
      <PolicySummary workplaceId={id} name={policy.name} />
      {workplace.isDefault ? (
        <p className="text-14 text-ink-2">New cases go here unless they name another.</p>
      ) : (
        <PressForm press={setDefaultWorkplaceAction} fields={{ id }} label="Use for new cases" look="outline" />
      )}
    </>
  )
}
