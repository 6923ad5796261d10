import type { Metadata } from 'next'
import { connection } from 'next/server'
import { HomePage } from '@/components/site/home-page'
import { loadCounts, loadExample, loadFactors, loadSections } from '@/lib/features/hubs/loaders'

export const metadata: Metadata = { alternates: { canonical: '/' } }

export default async function Home() {
  await connection()
  const [example, factors, sections, counts] = await Promise.all([
    loadExample(),
    loadFactors(),
    loadSections(),
    loadCounts(),
  ])
  return <HomePage example={example} factors={factors} sections={sections} counts={counts} />
}
