import type { BreadcrumbList, FAQPage, MedicalCode, WithContext } from 'schema-dts'
import type { CodePage } from '@/lib/features/code-pages/schema'
import type { Crumb } from '../ui/breadcrumb'

type Facts = WithContext<BreadcrumbList> | WithContext<MedicalCode> | WithContext<FAQPage>

const CONTEXT = { '@context': 'https://schema.org' } as const

/** Facts for search engines. Not a script that runs: the policy lets it pass, and `<` is written so that it cannot end it. */
function JsonLd({ data }: { readonly data: Facts }) {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}

export function breadcrumbFacts(crumbs: readonly Crumb[], origin: string): WithContext<BreadcrumbList> {
  return {
    ...CONTEXT,
    '@type': 'BreadcrumbList',
    itemListElement: crumbs.map((crumb, at) => ({
      '@type': 'ListItem',
      position: at + 1,
      name: crumb.label,
      ...(crumb.href ? { item: new URL(crumb.href, origin).href } : {}),
    })),
  }
}

export function codeFacts({ detail, url }: CodePage, origin: string): WithContext<MedicalCode> {
  const description = detail.description ?? detail.officialDescriptor?.long
  return {
    ...CONTEXT,
    '@type': 'MedicalCode',
    codeValue: detail.code,
    codingSystem: detail.kind === 'cpt' ? 'CPT' : 'HCPCS Level II',
    name: detail.title,
    url: new URL(url, origin).href,
    ...(description ? { description } : {}),
  }
}

/** Null where nothing is asked of the code. */
export function questionFacts({ detail }: CodePage): WithContext<FAQPage> | null {
  if (detail.faq.length === 0) return null
  return {
    ...CONTEXT,
    '@type': 'FAQPage',
    mainEntity: detail.faq.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer },
    })),
  }
}

export function BreadcrumbData({ crumbs, origin }: { readonly crumbs: readonly Crumb[]; readonly origin: string }) {
  return <JsonLd data={breadcrumbFacts(crumbs, origin)} />
}

export function CodeData({ page, origin }: { readonly page: CodePage; readonly origin: string }) {
  const questions = questionFacts(page)
  return (
    <>
      <JsonLd data={codeFacts(page, origin)} />
      {questions && <JsonLd data={questions} />}
    </>
  )
}
