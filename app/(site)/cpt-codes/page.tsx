import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { CodeList } from '@/components/code/code-list'
import { HubIndex } from '@/components/code/hub-index'
import { WaysIn } from '@/components/code/ways-in'
import { PreferredSpecialty } from '@/components/code/preferred-specialty'
import { CodeSearch } from '@/components/site/code-search'
import { KnownCodes } from '@/components/site/known-codes'
import { Empty } from '@/components/ui/empty'
import { Finding, SectionTitle } from '@/components/ui/finding'
import { SourceLine } from '@/components/ui/source-line'
import { SEARCH_FOLDED, searchFinding, searchHref } from '@/components/site/search-words'
import { loadMe } from '@/lib/features/accounts/loaders'
import { CodeQuery } from '@/lib/features/catalog/schema'
import { loadCategories, loadExactCode, loadSearch, loadSections } from '@/lib/features/hubs/loaders'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

type Props = { readonly searchParams: Promise<Record<string, string | string[] | undefined>> }

/** The first value of each parameter that a search knows; anything else in the address is left alone. */
async function readQuery(searchParams: Props['searchParams']): Promise<CodeQuery> {
  const given = await searchParams
  const known = Object.keys(CodeQuery.shape).flatMap((key) => {
    const value = [given[key]].flat()[0]
    return value ? [[key, value]] : []
  })
  const read = CodeQuery.safeParse(Object.fromEntries(known))
  return read.success ? read.data : CodeQuery.parse({ q: String([given['q']].flat()[0] ?? '').slice(0, 200) })
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const query = await readQuery(searchParams)
  const asked = query.q !== '' || query.specialty !== undefined || query.cursor !== undefined
  return {
    title: asked ? searchFinding(query, null) : 'CPT and HCPCS codes: search by number or name',
    description:
      'Every CPT and HCPCS code held, by number, name, abbreviation or slang: work RVU, payment, rules and history.',
    alternates: { canonical: '/cpt-codes' },
    ...(asked ? { robots: { index: false, follow: true } } : {}),
  }
}

export default async function CodesPage({ searchParams }: Props) {
  const query = await readQuery(searchParams)
  const asked = SEARCH_FOLDED.some((key) => Boolean(query[key]))
  const [exact, me] = await Promise.all([loadExactCode(query.q), loadMe()])
  if (exact) redirect(exact)
  const prefer = query.prefer ?? me?.specialty ?? undefined
  const { found, counts } = await loadSearch(prefer === undefined ? query : { ...query, prefer })
  return (
    <div className="wrap pt-s-6 pb-s-7">
      <Finding level={1}>
        {asked ? searchFinding(query, found.items) : 'Find a code by number or by what you call it'}
      </Finding>
      <div className="mt-s-5 max-w-[640px]">
        <PreferredSpecialty slug={prefer ?? null}>
          <CodeSearch query={query.q} specialty={query.specialty} />
        </PreferredSpecialty>
        <div className="mt-2">
          <KnownCodes counts={counts} />
        </div>
      </div>
      {asked ? <Results query={query} found={found} /> : <Hubs />}
    </div>
  )
}

function Results({
  query,
  found,
}: {
  readonly query: CodeQuery
  readonly found: Awaited<ReturnType<typeof loadSearch>>['found']
}) {
  if (found.items.length === 0) {
    return (
      <Empty title={`Nothing found for “${query.q}”`} level={2}>
        Try the number, fewer words, or the name used at the bedside. <Link href="/cpt-codes">All categories</Link>
      </Empty>
    )
  }
  return (
    <section aria-label="Codes found" className="mt-s-5">
      <CodeList caption="Codes found, best first" items={found.items} withCategory />
      <p className="mt-4 flex flex-wrap gap-x-5 text-14">
        {found.nextCursor && (
          <Link href={searchHref({ ...query, cursor: found.nextCursor })} prefetch={false} rel="next" className="thumb">
            More codes
          </Link>
        )}
        <Link href="/cpt-codes" prefetch={false} className="thumb">
          All categories
        </Link>
      </p>
    </section>
  )
}

async function Hubs() {
  const [categories, sections] = await Promise.all([loadCategories(), loadSections()])
  return (
    <div className="mt-s-7 grid gap-s-7">
      <section className="grid gap-3">
        <SectionTitle>Categories</SectionTitle>
        <HubIndex label="Categories" head="Category" hubs={categories} />
      </section>
      {sections.length > 0 && (
        <section className="grid gap-3">
          <SectionTitle>Surgery by part of the body</SectionTitle>
          <HubIndex label="Sections of surgery" head="Section" hubs={sections} />
        </section>
      )}
      <SourceLine>Name, number of codes held, and the work RVU in the middle of those that have any.</SourceLine>
      <WaysIn />
    </div>
  )
}
