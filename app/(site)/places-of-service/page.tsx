import type { Metadata } from 'next'
import Link from 'next/link'
import { PlaceList } from '@/components/code/place-list'
import { placesFinding } from '@/components/code/place-words'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Finding } from '@/components/ui/finding'
import { Note, SourceLine } from '@/components/ui/source-line'
import { CITATION } from '@/lib/domain/crediting/citation'
import { PLACES_OF_SERVICE } from '@/lib/domain/schedule/place-of-service'
import { loadPlaceExample } from '@/lib/features/hubs/loaders'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Places of service: which ones Medicare pays as a facility',
  description: 'Every place of service with the practice expense it uses, and what the place does to a payment.',
  alternates: { canonical: '/places-of-service' },
}

export default async function PlacesPage() {
  const example = await loadPlaceExample()
  return (
    <div className="wrap pb-s-7">
      <Breadcrumb crumbs={[{ label: 'CPT Codes', href: '/cpt-codes' }, { label: 'Places of service' }]} />
      <div className="grid gap-3 pt-4 pb-s-6">
        <Finding level={1}>{placesFinding(PLACES_OF_SERVICE, example)}</Finding>
        <Note>
          The place changes the practice expense and so the payment. The work RVU is the same everywhere, and so is what
          an employer credits for it. <Link href="/calculator">Price a line in a place</Link>
        </Note>
      </div>
      <PlaceList places={PLACES_OF_SERVICE} />
      <div className="mt-3">
        <SourceLine>{CITATION.setting}.</SourceLine>
      </div>
    </div>
  )
}
