import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CodeCalculator } from '@/components/code/code-calculator'
import { CodeHead } from '@/components/code/code-head'
import { CodeHistory } from '@/components/code/code-history'
import { CodeBilling, CodeEnd, CodeQuestions, CodeRelated, CodeSpecialties } from '@/components/code/code-more'
import { CodePeers } from '@/components/code/code-peers'
import { CodeRules } from '@/components/code/code-rules'
import { CodeSection } from '@/components/code/code-section'
import { CodeValues } from '@/components/code/code-values'
import { CodeWords } from '@/components/code/code-words'
import { codeDescription, codeTitle, crumbsOf, shareImageOf } from '@/components/code/page-words'
import { BreadcrumbData, CodeData } from '@/components/code/structured-data'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Note } from '@/components/ui/source-line'
import { loadCodePage } from '@/lib/features/code-pages/loaders'
import { siteOrigin } from '@/lib/server/env'

/** Made when first asked for, then kept for everyone until the schedule or the catalog changes (lib/server/page-cache.ts). */
export const dynamicParams = true
export const revalidate = false
export const generateStaticParams = () => []

type Props = { readonly params: Promise<{ readonly category: string; readonly code: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const page = await loadCodePage((await params).code)
  if (!page) return {}
  const [title, description] = [codeTitle(page), codeDescription(page)]
  const image = { url: shareImageOf(page), width: 1200, height: 630, alt: title }
  return {
    title,
    description,
    alternates: { canonical: page.url },
    openGraph: { title, description, url: page.url, type: 'article', siteName: 'RVU Edge', images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image.url] },
    ...(page.detail.described ? {} : { robots: { index: false, follow: true } }),
  }
}

export default async function CodePage({ params }: Props) {
  const page = await loadCodePage((await params).code)
  // proxy.ts answers unknown codes before they come here.
  if (!page) notFound()
  const { detail, plain } = page
  const origin = siteOrigin()
  return (
    <div className="wrap">
      <BreadcrumbData crumbs={crumbsOf(page)} origin={origin} />
      <CodeData page={page} origin={origin} />
      <Breadcrumb crumbs={crumbsOf(page)} />
      <CodeHead page={page} />
      <CodeWords detail={detail} />
      <CodeValues page={page} />
      <CodeRules page={page} />
      <CodeHistory page={page} />
      <CodePeers page={page} />
      {plain?.rvu && (plain.allowed !== null || Number(plain.workRvu) > 0) && (
        <CodeSection
          id="calculator"
          title={`Calculate ${detail.code}`}
          margin={
            <p>One rounding, at the end. Allowed amounts are before deductible, coinsurance and sequestration.</p>
          }
        >
          <noscript>
            <Note>Choosing needs JavaScript. Below is one unit without modifiers at the national average.</Note>
          </noscript>
          <CodeCalculator code={detail.code} place={page.place} modifiers={detail.modifiers} plain={plain} />
        </CodeSection>
      )}
      <CodeBilling detail={detail} />
      <CodeSpecialties detail={detail} />
      <CodeQuestions detail={detail} />
      <CodeRelated page={page} />
      <CodeEnd page={page} />
    </div>
  )
}
