import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HubPage } from '@/components/code/hub-page'
import { BreadcrumbData } from '@/components/code/structured-data'
import { hubCrumbs, hubDescription } from '@/components/code/hub-words'
import { loadHub } from '@/lib/features/hubs/loaders'
import { siteOrigin } from '@/lib/server/env'

/** Kept like the pages of codes. */
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

type Props = { readonly params: Promise<{ readonly category: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const hub = await loadHub((await params).category)
  if (!hub) return {}
  const url = `/cpt-codes/${hub.slug}`
  return {
    title: `${hub.name}: codes and work RVUs`,
    description: hubDescription(hub),
    alternates: { canonical: url },
    openGraph: { title: `${hub.name}: codes and work RVUs`, description: hubDescription(hub), url },
  }
}

export default async function CategoryPage({ params }: Props) {
  const hub = await loadHub((await params).category)
  // proxy.ts answers what is no category before it comes here.
  if (!hub) notFound()
  return (
    <>
      <BreadcrumbData crumbs={hubCrumbs(hub)} origin={siteOrigin()} />
      <HubPage hub={hub} />
    </>
  )
}
