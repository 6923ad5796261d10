import type { Crumb } from '../ui/breadcrumb'
import type { CodePage } from '@/lib/features/code-pages/schema'

/** Facts for search engines. Not a script that runs: the policy lets it pass, and `<` is written so that it cannot end it. */
function JsonLd({ data }: { readonly data: object }) {
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: text }} />
}

export function BreadcrumbData({ crumbs, origin }: { readonly crumbs: readonly Crumb[]; readonly origin: string }) {
  const items = crumbs.map((crumb, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name: crumb.label,
    ...(crumb.href ? { item: new URL(crumb.href, origin).href } : {}),
  }))
  return <JsonLd data={{ '@type': 'BreadcrumbList', itemListElement: items }} />
}

export function CodeData({ page, origin }: { readonly page: CodePage; readonly origin: string }) {
  const { detail } = page
  const faq = detail.faq.map(({ question, answer }) => ({
    '@type': 'Question',
    name: question,
    acceptedAnswer: { '@type': 'Answer', text: answer },
  }))
  return (
    <>
      <JsonLd
        data={{
          '@type': 'MedicalCode',
          codeValue: detail.code,
          codingSystem: detail.kind === 'cpt' ? 'CPT' : 'HCPCS Level II',
          name: detail.title,
          url: new URL(page.url, origin).href,
          ...(detail.description ? { description: detail.description } : {}),
        }}
      />
      {faq.length > 0 && <JsonLd data={{ '@type': 'FAQPage', mainEntity: faq }} />}
    </>
  )
}
