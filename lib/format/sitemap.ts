const XML = '<?xml version="1.0" encoding="UTF-8"?>'
const SPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const locations = (tag: string, paths: readonly string[], origin: string): string =>
  paths.map((path) => `<${tag}><loc>${escaped(new URL(path, origin).href)}</loc></${tag}>`).join('\n')

/** A sitemap of the protocol of sitemaps.org. */
export const sitemapXml = (paths: readonly string[], origin: string): string =>
  `${XML}\n<urlset xmlns="${SPACE}">\n${locations('url', paths, origin)}\n</urlset>\n`

/** An index of sitemaps. */
export const sitemapIndexXml = (paths: readonly string[], origin: string): string =>
  `${XML}\n<sitemapindex xmlns="${SPACE}">\n${locations('sitemap', paths, origin)}\n</sitemapindex>\n`
