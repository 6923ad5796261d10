import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SettingsSection } from '@/components/account/settings-section'
import { CompareForm } from '@/components/policy/compare-form'
import { EffectTable } from '@/components/policy/effect-table'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Finding } from '@/components/ui/finding'
import { PlainTable } from '@/components/ui/plain-table'
import { POLICY_SAMPLES } from '@/lib/domain/sample/policy-sample'
import { dateIn } from '@/lib/domain/shared/date'
import { loadComparison, loadPolicies, loadSampleCredits } from '@/lib/features/policies/loaders'
import type { Comparison } from '@/lib/features/policies/schema'
import { titlesOf } from '@/lib/features/quick-log/service'
import { plural } from '@/lib/format/number'
import { now } from '@/lib/server/clock'
import { requireMe } from '../../../../../require-me'

export const metadata: Metadata = { title: 'Two versions compared' }

type Query = Readonly<Record<string, string | string[] | undefined>>
type Page = { readonly params: Promise<{ readonly id: string }>; readonly searchParams: Promise<Query> }

/** A number of a version; -1, which there never is, for anything else. */
const versionIn = (text: Query[string]): number =>
  typeof text === 'string' && /^\d{1,3}$/.test(text) ? Number(text) : -1

export default async function ComparePage({ params, searchParams }: Page) {
  const [{ id }, query] = await Promise.all([params, searchParams])
  const [before, after] = [versionIn(query['before']), versionIn(query['after'])]
  const policyPage = `/settings/workplaces/${id}/policy`
  const here = `${policyPage}/compare`
  const me = await requireMe(`${here}?before=${before}&after=${after}`)
  const found = await versionsOf(id, before, after)
  if (!found) notFound()
  const { workplace, preset, policy, compared } = found
  const sample = POLICY_SAMPLES.find((each) => each.id === query['sample']) ?? POLICY_SAMPLES[0]
  return (
    <>
      <div className="grid gap-s-4">
        <Breadcrumb
          crumbs={[
            { label: workplace, href: `/settings/workplaces/${id}` },
            { label: 'Crediting policy', href: policyPage },
            { label: 'Compare' },
          ]}
        />
        <Finding level={2}>{findingOf(compared)}</Finding>
        <CompareForm
          action={here}
          policy={policy}
          preset={preset}
          before={before}
          after={after}
          sample={sample?.id ?? ''}
        />
      </div>
      {compared.differences.length > 0 && <Differences compared={compared} />}
      {sample && <SampleUnderBoth compared={compared} sample={sample} timeZone={me.timeZone} />}
    </>
  )
}

async function versionsOf(id: string, before: number, after: number) {
  const policies = await loadPolicies(id)
  const compared = policies?.inUse && (await loadComparison(policies.inUse.id, before, after))
  return compared ? { ...policies, policy: policies.inUse, compared } : null
}

const findingOf = ({ differences, before, after }: Comparison): string =>
  differences.length === 0
    ? `${after.policy.name} credits as ${before.policy.name} does`
    : `${after.policy.name} says ${plural(differences.length, 'thing')} differently from ${before.policy.name}`

/** `Version 2`, or the name of a preset: the policy is named above. */
const shortName = (name: string): string => name.replace(/^.*, version (\d+)$/, 'Version $1')

function Differences({ compared }: { readonly compared: Comparison }) {
  const columns = [
    { head: 'What' },
    { head: shortName(compared.before.policy.name) },
    { head: shortName(compared.after.policy.name) },
  ]
  const rows = compared.differences.map(({ what, before, after }) => [what, before, after])
  return (
    <SettingsSection title="What differs">
      <PlainTable caption="What the two versions say differently" columns={columns} rows={rows} />
    </SettingsSection>
  )
}

type SampleProps = {
  readonly compared: Comparison
  readonly sample: (typeof POLICY_SAMPLES)[number]
  readonly timeZone: string
}

async function SampleUnderBoth({ compared, sample, timeZone }: SampleProps) {
  const today = dateIn(timeZone, now())
  const [titles, ...sides] = await Promise.all([
    titlesOf(sample.lines.map(({ code }) => code)),
    loadSampleCredits(compared.before.policy, today),
    loadSampleCredits(compared.after.policy, today),
  ])
  const [before, after] = sides.map((side) => side.find((each) => each.sample === sample.id)?.credited)
  if (!before || !after) return null
  return (
    <SettingsSection title={sample.name} lead="A made-up case of today under each of the two.">
      <EffectTable
        caption={sample.name}
        before={{ label: shortName(compared.before.policy.name), credited: before }}
        after={{ label: shortName(compared.after.policy.name), credited: after }}
        titles={titles}
      />
    </SettingsSection>
  )
}
