import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CMS_PAGE } from '@/components/admin/cms-page'
import { InstallForm } from '@/components/admin/install-form'
import { InstallJobs } from '@/components/admin/install-jobs'
import { LimitsTable } from '@/components/admin/limits-table'
import { ReleaseTable } from '@/components/admin/release-table'
import { UploadForm } from '@/components/admin/upload-form'
import { SettingsSection } from '@/components/account/settings-section'
import { PageHead } from '@/components/shell/page-head'
import { Finding } from '@/components/ui/finding'
import { MetaLine } from '@/components/ui/meta-line'
import { Note } from '@/components/ui/source-line'
import { calendarDate, dateIn } from '@/lib/domain/shared/date'
import { installFromCmsAction } from '@/lib/features/installing/actions'
import { loadReleaseOffice, type ReleaseOffice } from '@/lib/features/installing/loaders'
import { formatDate } from '@/lib/format/date'
import { formatCount, plural } from '@/lib/format/number'
import { now } from '@/lib/server/clock'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Releases' }

export default async function ReleasesPage() {
  const me = await requireMe('/admin/releases', false)
  const today = dateIn(me.timeZone, now())
  const office = await loadReleaseOffice(today)
  if (!office) notFound()
  return (
    <>
      <PageHead>
        <MetaLine
          here="Releases"
          facts={[`${plural(office.installed.length, 'release')} installed`, formatDate(today)]}
        />
        <Standing office={office} />
      </PageHead>
      <div className="grid gap-s-7">
        {office.jobs.length > 0 && (
          <SettingsSection title="Last installs">
            <InstallJobs jobs={office.jobs} moving={office.moving} timeZone={me.timeZone} />
          </SettingsSection>
        )}
        <div className="grid items-start gap-s-7 lg:grid-cols-2">
          <FromCms office={office} />
          <SettingsSection
            title="From a file"
            lead="For unit limits (MUE), for a server without a way to cms.gov, and for releases whose address is not known here."
          >
            <UploadForm />
          </SettingsSection>
        </div>
        <SettingsSection title="Installed">
          <ReleaseTable releases={office.installed} current={office.takenToday} timeZone={me.timeZone} />
        </SettingsSection>
        {office.limits.length > 0 && (
          <SettingsSection
            title="Unit limits"
            lead="How many units of a code CMS thinks likely (MUE). The date of service chooses the table."
          >
            <LimitsTable tables={office.limits} />
          </SettingsSection>
        )}
      </div>
    </>
  )
}

/** Whether the release in force is here, and what follows if not. */
function Standing({ office: { inForce, installed, takenToday } }: { readonly office: ReleaseOffice }) {
  const since = `${inForce.id}, in force since ${formatDate(calendarDate(inForce.effectiveFrom))},`
  const taken = installed.find(({ id }) => id === takenToday)
  if (inForce.isInstalled) {
    return (
      <Finding level={1}>
        {since} is installed: {formatCount(taken?.rows ?? 0)} rows
      </Finding>
    )
  }
  return (
    <>
      <Finding level={1}>{since} is not installed</Finding>
      <div className="mt-2">
        <Note>{meanwhile(taken)}</Note>
      </div>
    </>
  )
}

function meanwhile(taken: ReleaseOffice['installed'][number] | undefined): string {
  if (!taken) return 'No release is held for today, so nothing can be credited.'
  const { id, rows, source } = taken
  if (source === 'official') {
    return `Services of today are credited by ${id} until it is; what CMS changed since is not in it.`
  }
  return (
    `Services of today are credited by the ${plural(rows, 'row')} that the built-in catalog has of ${id}. ` +
    'Search and Quick Log know no other codes until a full release is installed.'
  )
}

function FromCms({ office: { inForce, offered } }: { readonly office: ReleaseOffice }) {
  const isOffered = offered.some(({ id }) => id === inForce.id)
  const chosen = isOffered ? inForce.id : offered[0]?.id
  const releases = offered.map(({ id, effectiveFrom }) => ({
    value: id,
    label: `${id}, in force from ${formatDate(calendarDate(effectiveFrom))}`,
  }))
  return (
    <SettingsSection title="From CMS" lead="Downloads 3 to 6 MB, checks the file and installs it; about a minute.">
      {!inForce.isInstalled && !isOffered && <AddressUnknown release={inForce.id} />}
      {chosen === undefined ? (
        <Note>Every release whose address is known is installed.</Note>
      ) : (
        <InstallForm
          key={chosen}
          install={installFromCmsAction}
          releases={releases}
          chosen={chosen}
          urgent={!inForce.isInstalled}
        />
      )}
    </SettingsSection>
  )
}

function AddressUnknown({ release }: { readonly release: string }) {
  return (
    <Note>
      The address of {release} is not known here. Download it from the <a href={CMS_PAGE}>CMS page</a> and send the
      file.
    </Note>
  )
}
