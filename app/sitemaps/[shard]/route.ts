import { loadShard } from '@/lib/features/sitemaps/loaders'
import { sitemapXml } from '@/lib/format/sitemap'
import { siteOrigin } from '@/lib/server/env'
import { fileRoute } from '@/lib/server/file-route'

export const dynamic = 'force-dynamic'

export const GET = fileRoute('application/xml', async ({ shard = '' }) => {
  const paths = await loadShard(shard.replace(/\.xml$/, ''))
  return paths && sitemapXml(paths, siteOrigin())
})
