import type { MetadataRoute } from 'next'
import { env } from '@/lib/server/env'

/** Made when asked: the address of the site is known only where it runs. */
export const dynamic = 'force-dynamic'

export default function robots(): MetadataRoute.Robots {
  const origin = env().NEXTAUTH_URL || 'http://localhost:3000'
  return {
    rules: { userAgent: '*', allow: '/', disallow: ['/api/', '/code-not-found/', '/report'] },
    sitemap: new URL('/sitemap.xml', origin).href,
  }
}
