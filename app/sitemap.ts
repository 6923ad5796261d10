import type { MetadataRoute } from 'next'
import { loadAddresses } from '@/lib/features/hubs/loaders'
import { siteOrigin } from '@/lib/server/env'

export const dynamic = 'force-dynamic'

/** What is worth finding: the pages of the site, the hubs and the described codes. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const origin = siteOrigin()
  return (await loadAddresses()).map((path) => ({ url: new URL(path, origin).href }))
}
