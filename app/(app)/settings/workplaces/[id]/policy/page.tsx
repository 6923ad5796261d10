import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FormDone } from '@/components/account/form-problem'
import { SettingsSection } from '@/components/account/settings-section'
import { ArchivePolicy } from '@/components/policy/archive-policy'
import { CompareForm } from '@/components/policy/compare-form'
import { VersionTable } from '@/components/policy/version-table'
import { tryPath } from '@/components/policy/version-words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { ButtonLink } from '@/components/ui/button'
import { Finding } from '@/components/ui/finding'
import { versionOn } from '@/lib/domain/crediting/policy-on'
import { dateIn, type CalendarDate } from '@/lib/domain/shared/date'
import { archivePolicyAction, bringBackPolicyAction } from '@/lib/features/policies/actions'
import { loadPolicies, loadPolicyOn } from '@/lib/features/policies/loaders'
import type { PolicyRow, WorkplacePolicies } from '@/lib/features/policies/schema'
import { formatDate } from '@/lib/format/date'
import { termsWords } from '@/lib/format/plan-words'
import { now } from '@/lib/server/clock'
import { requireMe } from '../../../../require-me'

export const metadata: Metadata = { title: 'Crediting policy' }

type Page = {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<{ readonly written?: string | string[] }>
}

export default async function PolicyPage({ params, searchParams }: Page) {
  const [{ id }, { written }] = await Promise.all([params, searchParams])
  const here = `/settings/workplaces/${id}/policy`
  const me = await requireMe(here)
  const today = dateIn(me.timeZone, now())
  const policies = await loadPolicies(id)
  if (!policies) notFound()
  const { workplace, inUse, archived } = policies
  const policy = await loadPolicyOn(id, today)
  return (
    <>
      <div className="grid gap-s-3">
        <Breadcrumb
          crumbs={[
            { label: 'Workplaces', href: '/settings/workplaces' },
            { label: workplace, href: `/settings/workplaces/${id}` },
            { label: 'Crediting policy' },
          ]}
        />
        <Finding level={2}>{policy.name} counts today</Finding>
        <p className="max-w-(--measure) text-14 leading-note text-ink-2">{termsWords(policy)}</p>
        <Saved policy={inUse} written={written} />
        <div className="flex flex-wrap gap-3">
          <ButtonLink href={`${here}/new`}>{inUse ? 'Write a new version' : 'Write a policy'}</ButtonLink>
          <ButtonLink href={tryPath(policy)} prefetch={false} look="outline">
            Try it on a case
          </ButtonLink>
        </div>
      </div>
      <Versions policies={policies} today={today} here={here} />
      <PolicyEnds inUse={inUse} archived={archived} />
    </>
  )
}

/** What the editor has just written, by its number in the address. */
function Saved({ policy, written }: { readonly policy: PolicyRow | null; readonly written: unknown }) {
  const version = policy?.versions.find((each) => String(each.version) === written)
  if (!version) return null
  return (
    <FormDone>
      Version {version.version} is saved and counts from {formatDate(version.from)}. Cases already saved keep their
      numbers until you agree to re-price them.
    </FormDone>
  )
}

interface VersionsProps {
  readonly policies: WorkplacePolicies
  readonly today: CalendarDate
  readonly here: string
}

function Versions({ policies: { inUse, preset }, today, here }: VersionsProps) {
  if (!inUse) return null
  return (
    <SettingsSection
      title={inUse.name}
      lead="A version is never edited: a correction is a new one. The date of service chooses."
    >
      <VersionTable policy={inUse} preset={preset} today={versionOn(inUse.versions, today)?.version ?? null} />
      <CompareForm action={`${here}/compare`} policy={inUse} preset={preset} {...lastTwo(inUse)} />
    </SettingsSection>
  )
}

/** The newest version and what counted before it. */
function lastTwo({ versions }: PolicyRow): { readonly before: number; readonly after: number } {
  return { before: versions.at(-2)?.version ?? 0, after: versions.at(-1)?.version ?? 0 }
}

const actions = { archive: archivePolicyAction, bringBack: bringBackPolicyAction }

function PolicyEnds({
  inUse,
  archived,
}: {
  readonly inUse: PolicyRow | null
  readonly archived: readonly PolicyRow[]
}) {
  const all = [...(inUse ? [inUse] : []), ...archived]
  if (all.length === 0) return null
  return (
    <SettingsSection
      title={inUse ? 'Stop using it' : 'Archived policies'}
      lead="An archived policy keeps its versions. The preset of the workplace counts meanwhile; saved cases stay."
    >
      <ul className="grid gap-s-3">
        {all.map(({ id, name, versions, archived: away }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-s-4 gap-y-2 text-14">
            <span>{`${name}, ${versions.length === 1 ? '1 version' : `${versions.length} versions`}`}</span>
            {!(away && inUse) && <ArchivePolicy id={id} name={name} archived={away} {...actions} />}
          </li>
        ))}
      </ul>
    </SettingsSection>
  )
}
