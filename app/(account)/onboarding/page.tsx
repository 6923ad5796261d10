import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { OnboardingForm } from '@/components/account/onboarding-form'
import { AccountLayout } from '@/components/shell/account-layout'
import { CAREER_STAGES } from '@/lib/domain/access/stage'
import { loadMe } from '@/lib/features/accounts/loaders'
import { onboardAction } from '@/lib/features/profile/actions'
import { loadLocalityChoices } from '@/lib/features/profile/loaders'
import { SPECIALTIES, STAGE_NAMES } from '@/lib/features/profile/schema'

export const metadata: Metadata = { title: 'Three questions' }

const stages = CAREER_STAGES.map((value) => ({ value, label: STAGE_NAMES[value] }))

export default async function OnboardingPage() {
  const me = await loadMe()
  if (!me) redirect('/sign-in?next=/onboarding')
  if (!me.verified) redirect('/verify')
  if (me.onboarded) redirect('/dashboard')
  return (
    <AccountLayout
      title="Three questions"
      lead="They decide what your pages show. All of it can be changed in Settings."
    >
      <OnboardingForm
        onboard={onboardAction}
        stages={stages}
        specialties={SPECIALTIES}
        localities={await loadLocalityChoices()}
      />
    </AccountLayout>
  )
}
