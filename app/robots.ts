import type { MetadataRoute } from 'next'
import { siteOrigin } from '@/lib/server/env'

/** Made when asked: the address of the site is known only where it runs. */
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  const origin = siteOrigin()
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/code-not-found/', '/report'] },
    sitemap: new URL('/sitemap.xml', origin).href,
  }
}
