import { loadShards } from '@/lib/features/sitemaps/loaders'
import { sitemapIndexXml } from '@/lib/format/sitemap'
import { siteOrigin } from '@/lib/server/env'
import { fileRoute } from '@/lib/server/file-route'

export const dynamic = 'force-dynamic'

export const GET = fileRoute('application/xml', async () => {
  const shards = await loadShards()
  return sitemapIndexXml(
    shards.map((name) => `/sitemaps/${name}.xml`),
    siteOrigin(),
  )
})
