import type { Metadata } from 'next'
import { CodeList } from '@/components/code/code-list'
import { CodeSearch } from '@/components/site/code-search'
import { KnownCodes } from '@/components/site/known-codes'
import { Finding } from '@/components/ui/finding'
import { decoded } from '@/lib/domain/catalog/address'
import { loadCounts, loadNearMatches } from '@/lib/features/hubs/loaders'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = { title: 'No such code', robots: { index: false } }

/** What proxy.ts answers an unknown code with, with status 404: the near matches, whole without script. */
export default async function CodeNotFound({ params }: { readonly params: Promise<{ readonly asked: string }> }) {
  const asked = decoded((await params).asked)
  const [near, counts] = await Promise.all([loadNearMatches(asked), loadCounts()])
  return (
    <div className="wrap pt-s-6 pb-s-7">
      <Finding level={1}>No code {asked} is known here</Finding>
      <div className="mt-s-5 max-w-[640px]">
        <CodeSearch query={asked} />
        <div className="mt-2">
          <KnownCodes counts={counts} />
        </div>
      </div>
      {near.length > 0 && (
        <section aria-label="Near matches" className="mt-s-6 grid gap-3">
          <Finding level={2}>Close to it</Finding>
          <CodeList caption="Codes close to what was asked" items={near} withCategory />
        </section>
      )}
    </div>
  )
}
