import type { Metadata } from 'next'
import { ModifierList } from '@/components/code/modifier-list'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Finding } from '@/components/ui/finding'
import { loadModifiers } from '@/lib/features/modifiers/loaders'
import { plural } from '@/lib/format/number'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Modifiers: what each does to payment and to credited work RVUs',
  description: 'One page a modifier: when it is used, what Medicare pays, what employers credit, worked on a line.',
  alternates: { canonical: '/modifiers' },
}

export default function ModifiersPage() {
  const modifiers = loadModifiers()
  return (
    <div className="wrap pb-s-7">
      <Breadcrumb crumbs={[{ label: 'CPT Codes', href: '/cpt-codes' }, { label: 'Modifiers' }]} />
      <div className="pt-4 pb-s-6">
        <Finding level={1}>{plural(modifiers.length, 'modifier')}, and what each does to payment and credit</Finding>
      </div>
      <ModifierList modifiers={modifiers} />
    </div>
  )
}
