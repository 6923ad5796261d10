import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PolicyEditor } from '@/components/policy/policy-editor'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Finding } from '@/components/ui/finding'
import { POLICY_SAMPLES } from '@/lib/domain/sample/policy-sample'
import { dateIn } from '@/lib/domain/shared/date'
import { addVersionAction, createPolicyAction } from '@/lib/features/policies/actions'
import { loadPolicies, loadPolicyOn, loadSampleCredits } from '@/lib/features/policies/loaders'
import { installedReleases } from '@/lib/features/policies/service'
import { titlesOf } from '@/lib/features/quick-log/service'
import { now } from '@/lib/server/clock'
import { requireMe } from '../../../../../require-me'

export const metadata: Metadata = { title: 'New version of the crediting policy' }

const CODES = [...new Set(POLICY_SAMPLES.flatMap(({ lines }) => lines.map(({ code }) => code)))]

export default async function NewVersionPage({ params }: { readonly params: Promise<{ readonly id: string }> }) {
  const { id } = await params
  const policyPage = `/settings/workplaces/${id}/policy`
  const me = await requireMe(`${policyPage}/new`)
  const today = dateIn(me.timeZone, now())
  const policies = await loadPolicies(id)
  if (!policies) notFound()
  const { inUse, workplace } = policies
  const current = await loadPolicyOn(id, today)
  const [credits, releases, titles] = await Promise.all([
    loadSampleCredits(current, today),
    installedReleases(),
    titlesOf(CODES),
  ])
  return (
    <>
      <div>
        <Breadcrumb
          crumbs={[
            { label: workplace, href: `/settings/workplaces/${id}` },
            { label: 'Crediting policy', href: policyPage },
            { label: inUse ? 'New version' : 'New policy' },
          ]}
        />
        <div className="mt-s-3">
          <Finding level={2}>{inUse ? `A new version of ${inUse.name}` : `A policy for ${workplace}`}</Finding>
          <p className="mt-2 max-w-(--measure) text-14 leading-note text-ink-2">
            It starts as {current.name}, which counts today. Change what the contract says otherwise.
          </p>
        </div>
      </div>
      <PolicyEditor
        save={inUse ? addVersionAction : createPolicyAction}
        owner={inUse ? { id: inUse.id } : { workplaceId: id }}
        current={current}
        releases={releases}
        credits={credits}
        titles={titles}
        today={today}
        next={policyPage}
      />
    </>
  )
}
