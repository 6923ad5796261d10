import specialtiesFile from '@/content/specialties.json'
import { workKindOf } from '@/lib/domain/catalog/work-kind'
import { onceARevision } from '@/lib/server/revision'
import type { HubLink } from '../catalog/schema'
import { hubLink, itemOf, namedRelease, readCatalog, type Catalog } from '../catalog/service'
import { servicesBySpecialty, sourceOfUse } from '../use/service'
import type { SpecialtyHub } from './schema'

const NAMES = specialtiesFile.specialties.map(({ slug, name }) => ({ slug, name })).toSorted((a, b) => (a.name < b.name ? -1 : 1)) // prettier-ignore

/** The codes of each specialty by its name: those that Medicare paid it for, and those described as its own. */
const readSpecialties = onceARevision(async () => {
  const catalog = await readCatalog()
  const described = new Map<string, string[]>()
  for (const code of [...catalog.authored.keys()].sort()) {
    for (const name of catalog.authored.get(code)?.specialties ?? []) {
      described.set(name, [...(described.get(name) ?? []), code])
    }
  }
  return { catalog, described }
})

/** The specialties that have codes, by name. */
export async function loadSpecialties(): Promise<readonly HubLink[]> {
  const { catalog, described } = await readSpecialties()
  return NAMES.flatMap(({ slug, name }) => {
    const used = usedBy(catalog, name).map(([code]) => code)
    const codes = [...new Set([...used, ...(described.get(name) ?? [])])]
    return codes.length === 0 ? [] : [hubLink(catalog, { url: `/specialties/${slug}`, name, codes })]
  })
}

const usedBy = (catalog: Catalog, name: string) =>
  (servicesBySpecialty().get(name) ?? []).filter(([code]) => catalog.codes.has(code))

/** One specialty; null where there is none, or no code of it is known. */
export async function loadSpecialty(slug: string): Promise<SpecialtyHub | null> {
  const named = NAMES.find((each) => each.slug === slug)
  if (!named) return null
  const { catalog, described } = await readSpecialties()
  const used = usedBy(catalog, named.name).map(([code, services]) => ({ ...itemOf(catalog, code), services }))
  const shown = new Set(used.map(({ code }) => code))
  const others = (described.get(named.name) ?? []).filter((code) => !shown.has(code))
  const codes = used.length + others.length
  if (codes === 0) return null
  const { year, ...source } = sourceOfUse()
  return { ...named, year, used, others: byKind(catalog, others), codes, release: namedRelease(catalog), source }
}

function byKind(catalog: Catalog, codes: readonly string[]): SpecialtyHub['others'] {
  const groups = new Map<string, string[]>()
  for (const code of codes) {
    const { name } = workKindOf(code)
    groups.set(name, [...(groups.get(name) ?? []), code])
  }
  return [...groups].map(([name, own]) => ({ name, items: own.map((code) => itemOf(catalog, code)) }))
}
