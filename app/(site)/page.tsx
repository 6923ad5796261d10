import type { Metadata } from 'next'
import { PreferredSpecialty } from '@/components/code/preferred-specialty'
import { HomePage } from '@/components/site/home-page'
import { loadMe } from '@/lib/features/accounts/loaders'
import { loadCounts, loadExample, loadFactors, loadSections } from '@/lib/features/hubs/loaders'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function Home() {
  const [example, factors, sections, counts, me] = await Promise.all([
    loadExample(),
    loadFactors(),
    loadSections(),
    loadCounts(),
    loadMe(),
  ])
  return (
    <PreferredSpecialty slug={me?.specialty ?? null}>
      <HomePage example={example} factors={factors} sections={sections} counts={counts} />
    </PreferredSpecialty>
  )
}
