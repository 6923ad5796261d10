import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SpecialtyPage } from '@/components/code/specialty-page'
import { specialtyCrumbs, specialtyDescription, specialtyTitle } from '@/components/code/specialty-words'
import { BreadcrumbData } from '@/components/code/structured-data'
import { loadSpecialty } from '@/lib/features/specialties/loaders'
import { siteOrigin } from '@/lib/server/env'

/** Kept like the pages of codes. */
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

type Props = { readonly params: Promise<{ readonly specialty: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const hub = await loadSpecialty((await params).specialty)
  if (!hub) return {}
  const [title, description, url] = [specialtyTitle(hub), specialtyDescription(hub), `/specialties/${hub.slug}`]
  return { title, description, alternates: { canonical: url }, openGraph: { title, description, url } }
}

export default async function Specialty({ params }: Props) {
  const hub = await loadSpecialty((await params).specialty)
  if (!hub) notFound()
  return (
    <>
      <BreadcrumbData crumbs={specialtyCrumbs(hub)} origin={siteOrigin()} />
      <SpecialtyPage hub={hub} />
    </>
  )
}
