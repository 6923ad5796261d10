import { expect, it } from 'vitest'
import { sitemapIndexXml, sitemapXml } from '@/lib/format/sitemap'

it('writes whole addresses, with what XML would misread escaped', () => {
  expect(sitemapXml(['/a', '/b?c=1&d=2'], 'https://example.org')).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      '<url><loc>https://example.org/a</loc></url>\n<url><loc>https://example.org/b?c=1&amp;d=2</loc></url>\n</urlset>\n',
  )
  expect(sitemapIndexXml(['/sitemaps/pages.xml'], 'https://example.org')).toContain(
    '<sitemap><loc>https://example.org/sitemaps/pages.xml</loc></sitemap>',
  )
})
