import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ModifierPage } from '@/components/code/modifier-page'
import { modifierCrumbs, modifierDescription, modifierTitle } from '@/components/code/modifier-words'
import { BreadcrumbData } from '@/components/code/structured-data'
import { loadModifier } from '@/lib/features/modifiers/loaders'
import { siteOrigin } from '@/lib/server/env'

/** Kept like the pages of codes. */
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

type Props = { readonly params: Promise<{ readonly modifier: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await loadModifier((await params).modifier)
  if (!page) return {}
  const [title, description, url] = [
    modifierTitle(page),
    modifierDescription(page),
    `/modifiers/${page.words.modifier}`,
  ]
  return { title, description, alternates: { canonical: url }, openGraph: { title, description, url } }
}

export default async function Modifier({ params }: Props) {
  const page = await loadModifier((await params).modifier)
  if (!page) notFound()
  return (
    <>
      <BreadcrumbData crumbs={modifierCrumbs(page)} origin={siteOrigin()} />
      <ModifierPage page={page} />
    </>
  )
}
