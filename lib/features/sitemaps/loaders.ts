import { CATEGORIES, categoryOf, codeUrl } from '@/lib/domain/catalog/category'
import { onceARevision } from '@/lib/server/revision'
import { readCatalog } from '../catalog/service'
import { loadCategories, loadSections } from '../hubs/loaders'
import { loadModifiers } from '../modifiers/loaders'
import { loadReleaseLines } from '../release-changes/loaders'
import { loadSpecialties } from '../specialties/loaders'

/** Addresses in shards, each far below the 50,000 that a sitemap may list: the pages of the site, then codes by category. */
const readShards = onceARevision(async (): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { authored, rows } = await readCatalog()
  // What is not described is for those who look for it, not to be found; so is what no release in force has.
  const codes = [...authored.keys()].filter((code) => rows.has(code)).sort()
  const shards = CATEGORIES.map(
    ({ slug }) => [slug, codes.filter((code) => categoryOf(code) === slug).map(codeUrl)] as const,
  )
  return new Map([['pages', await pages()], ...shards.filter(([, urls]) => urls.length > 0)])
})

async function pages(): Promise<readonly string[]> {
  const [categories, sections, specialties, releases] = await Promise.all([
    loadCategories(),
    loadSections(),
    loadSpecialties(),
    loadReleaseLines(),
  ])
  return [
    ...['/', '/cpt-codes', '/specialties', '/modifiers', '/places-of-service', '/releases', '/compare'],
    ...['/calculator', '/data-sources'],
    ...[...categories, ...sections, ...specialties].map(({ url }) => url),
    ...loadModifiers().map(({ url }) => url),
    ...releases.map(({ id }) => `/releases/${id}`),
  ]
}

/** The names of the shards. */
export const loadShards = async (): Promise<readonly string[]> => [...(await readShards()).keys()]

/** The paths of one; null where there is no such shard. */
export const loadShard = async (name: string): Promise<readonly string[] | null> =>
  (await readShards()).get(name) ?? null
