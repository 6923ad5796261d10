import type { Metadata } from 'next'
import { HubIndex } from '@/components/code/hub-index'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Finding } from '@/components/ui/finding'
import { SourceLine } from '@/components/ui/source-line'
import { loadSpecialties } from '@/lib/features/specialties/loaders'
import { plural } from '@/lib/format/number'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Codes by specialty: what each is paid for, with work RVUs',
  description: 'The codes that define each specialty, with how often Medicare pays for them and their work RVUs.',
  alternates: { canonical: '/specialties' },
}

export default async function SpecialtiesPage() {
  const specialties = await loadSpecialties()
  return (
    <div className="wrap pb-s-7">
      <Breadcrumb crumbs={[{ label: 'CPT Codes', href: '/cpt-codes' }, { label: 'Specialties' }]} />
      <div className="pt-4 pb-s-6">
        <Finding level={1}>{plural(specialties.length, 'specialty', 'specialties')}, each with its codes</Finding>
      </div>
      <HubIndex label="Specialties" head="Specialty" hubs={specialties} />
      <div className="mt-3">
        <SourceLine>Name, number of codes, and the work RVU in the middle of those that have any.</SourceLine>
      </div>
    </div>
  )
}
