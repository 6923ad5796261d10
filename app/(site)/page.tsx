import type { Metadata } from 'next'
import { HomePage } from '@/components/site/home-page'
import { loadCounts, loadExample, loadFactors, loadSections } from '@/lib/features/hubs/loaders'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function Home() {
  const [example, factors, sections, counts] = await Promise.all([
    loadExample(),
    loadFactors(),
    loadSections(),
    loadCounts(),
  ])
  return <HomePage example={example} factors={factors} sections={sections} counts={counts} />
}
