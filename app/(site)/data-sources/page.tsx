import type { Metadata } from 'next'
import { DataSources } from '@/components/site/data-sources'
import { loadSources } from '@/lib/features/hubs/loaders'

/** Made on request: its layout reads the database, which a build has none of. */
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Data sources: every table with its publisher, year and license',
  description:
    'The CMS releases and national benchmark tables that the numbers come from, with dates, counts and licenses.',
  alternates: { canonical: '/data-sources' },
}

export default async function DataSourcesPage() {
  return <DataSources {...await loadSources()} />
}
