import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReleasePage } from '@/components/code/release-page'
import { releaseCrumbs, releaseDescription, releaseTitle } from '@/components/code/release-page-words'
import { BreadcrumbData } from '@/components/code/structured-data'
import { loadReleasePage } from '@/lib/features/release-changes/loaders'
import { siteOrigin } from '@/lib/server/env'

/** Kept like the pages of codes. */
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

type Props = { readonly params: Promise<{ readonly release: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await loadReleasePage((await params).release)
  if (!page) return {}
  const [title, description, url] = [releaseTitle(page), releaseDescription(page), `/releases/${page.release.id}`]
  return { title, description, alternates: { canonical: url }, openGraph: { title, description, url } }
}

export default async function Release({ params }: Props) {
  const page = await loadReleasePage((await params).release)
  if (!page) notFound()
  return (
    <>
      <BreadcrumbData crumbs={releaseCrumbs(page)} origin={siteOrigin()} />
      <ReleasePage page={page} />
    </>
  )
}
