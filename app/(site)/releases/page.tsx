import type { Metadata } from 'next'
import { ReleaseList } from '@/components/code/release-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Empty } from '@/components/ui/empty'
import { Finding } from '@/components/ui/finding'
import { loadReleaseLines } from '@/lib/features/release-changes/loaders'
import { plural } from '@/lib/format/number'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'CMS fee schedule releases: what each one changed',
  description:
    'Every quarterly relative value file held, with its conversion factor and the codes whose work it changed.',
  alternates: { canonical: '/releases' },
}

export default async function ReleasesPage() {
  const releases = await loadReleaseLines()
  return (
    <div className="wrap pb-s-7">
      <Breadcrumb crumbs={[{ label: 'CPT Codes', href: '/cpt-codes' }, { label: 'Releases' }]} />
      <div className="pt-4 pb-s-6">
        <Finding level={1}>{plural(releases.length, 'release')}, and the work that each one changed</Finding>
      </div>
      {releases.length > 0 ? (
        <ReleaseList releases={releases} />
      ) : (
        <Empty title="No release is installed yet" level={2}>
          An administrator installs one under Releases.
        </Empty>
      )}
    </div>
  )
}
