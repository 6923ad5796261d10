import {
  CATEGORIES,
  categoryOf,
  codeUrl,
  kindOf,
  SURGERY_SECTIONS,
  surgerySectionOf,
} from '@/lib/domain/catalog/category'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { printConversionFactor } from '@/lib/domain/shared/exact'
import { onceARevision } from '@/lib/server/revision'
import { readBenchmarks } from '../benchmarks/store'
import type { CodeItem, CodeQuery, HubLink } from '../catalog/schema'
import {
  codeCounts,
  findCodes,
  hubLink,
  isKnownCode,
  itemOf,
  medianWorkOf,
  namedRelease,
  nearMatches,
  readCatalog,
  titleOf,
  type Catalog,
} from '../catalog/service'
import { readDescriptorFile } from '../hcpcs/store'
import { listReleases } from '../releases/service'
import { credit, creditOne, today } from '../schedule/service'
import type { Example, FactorStep, Hub, PlaceExample } from './schema'

const SURGERY = 'surgery'
type Named = { readonly slug: string; readonly name: string }

/** Codes by hub, in order; a surgical code is in its section and in surgery. */
const readHubs = onceARevision(async () => {
  const catalog = await readCatalog()
  const hubs = new Map<string, string[]>()
  const add = (slug: string | null, code: string): void => {
    if (slug !== null) hubs.set(slug, [...(hubs.get(slug) ?? []), code])
  }
  for (const code of catalog.index.codes) {
    const category = categoryOf(code)
    add(category, code)
    if (category === SURGERY) add(surgerySectionOf(code), code)
  }
  return { catalog, hubs }
})

/** The categories that have codes, for the search page and home. */
export async function loadCategories(): Promise<readonly HubLink[]> {
  const { catalog, hubs } = await readHubs()
  return linksTo(CATEGORIES, catalog, hubs)
}

/** The sections of surgery that have codes. */
export async function loadSections(): Promise<readonly HubLink[]> {
  const { catalog, hubs } = await readHubs()
  return linksTo(SURGERY_SECTIONS, catalog, hubs)
}

function linksTo(
  named: readonly Named[],
  catalog: Catalog,
  hubs: ReadonlyMap<string, readonly string[]>,
): readonly HubLink[] {
  return named.flatMap(({ slug, name }) => {
    const codes = hubs.get(slug) ?? []
    if (codes.length === 0) return []
    return [hubLink(catalog, { url: `/cpt-codes/${slug}`, name, codes })]
  })
}

/**
 * One category or section; null where there is no such hub. Surgery lists its sections instead of thousands of codes, and
 * by itself only those codes that are of no section.
 */
export async function loadHub(slug: string): Promise<Hub | null> {
  const named = [...CATEGORIES, ...SURGERY_SECTIONS].find((each) => each.slug === slug)
  if (!named) return null
  const { catalog, hubs } = await readHubs()
  const codes = hubs.get(slug) ?? []
  const isSection = SURGERY_SECTIONS.some((each) => each.slug === slug)
  const listed = codes.map((code) => itemOf(catalog, code))
  return {
    slug,
    name: named.name,
    parent: isSection ? { slug: SURGERY, name: 'Surgery' } : null,
    sections: slug === SURGERY ? await loadSections() : [],
    described: listed.filter(({ code }) => catalog.authored.has(code)),
    codes: codes.length,
    bare: listed.filter(
      ({ code }) => !catalog.authored.has(code) && (slug !== SURGERY || surgerySectionOf(code) === null),
    ),
    medianWorkRvu: medianWorkOf(catalog, codes),
    release: namedRelease(catalog),
  }
}

/** `release RVU26C, effective 2026-07-01`, for the foot of every page; undefined where none is installed. */
export async function loadRelease(): Promise<Hub['release']> {
  return namedRelease(await readCatalog())
}

/** The page of a code that was asked for by its number and nothing else; null for any other search. */
export async function loadExactCode(asked: string): Promise<string | null> {
  const code = asked.trim().toUpperCase()
  return kindOf(code) !== null && (await isKnownCode(code)) ? codeUrl(code) : null
}

/** The answer of a search, and how much there is to search in. */
export async function loadSearch(query: CodeQuery) {
  const [found, counts] = await Promise.all([findCodes(query), codeCounts()])
  return { found: found.ok ? found.value : { items: [], nextCursor: null }, counts }
}

export const loadNearMatches = (asked: string): Promise<readonly CodeItem[]> => nearMatches(asked)
export const loadCounts = codeCounts

/** Every installed release and benchmark table, newest release first, and the file of HCPCS descriptors in use. */
export async function loadSources() {
  const [releases, tables, descriptors] = await Promise.all([listReleases(), readBenchmarks(), readDescriptorFile()])
  return { releases: releases.ok ? [...releases.value.items].reverse() : [], tables, descriptors }
}

/** The conversion factor of every release held, where it changes. */
export async function loadFactors(): Promise<readonly FactorStep[]> {
  const { releases } = await readCatalog()
  const steps = releases.map(({ effectiveFrom, conversionFactors }) => ({
    effectiveFrom,
    standard: printConversionFactor(conversionFactors.standard),
  }))
  return steps.filter(({ standard }, at) => steps[at - 1]?.standard !== standard)
}

const LINE = { modifiers: [], units: 1, minutes: null, postoperativeDays: null, provider: 'self' } as const

/** A case of two operations, priced and credited by the engine as of today; null where it cannot be. */
export const loadExample = onceARevision(async (): Promise<Example | null> => {
  const codes = ['47562', '49505']
  const catalog = await readCatalog()
  const lines = codes.map((code) => ({ ...LINE, id: code, code, placeOfService: '22', dateOfService: today() }))
  const credited = await credit({
    case: {
      lines,
      practitioner: 'physician',
      role: 'attending',
      participating: true,
      qualifyingApm: false,
      policy: POLICY_PRESETS.cms_adjusted,
    },
    locality: null,
    release: null,
  })
  if (!credited.ok || credited.value.answer.lines.some(({ valid }) => !valid)) return null
  const titles = Object.fromEntries(codes.map((code) => [code, titleOf(catalog, code)]))
  return { answer: credited.value.answer, titles }
})

/** An office visit in both settings; null where no release prices it. */
export async function loadPlaceExample(): Promise<PlaceExample | null> {
  const code = '99213'
  const priced = (placeOfService: string) => creditOne({ code, modifiers: [], placeOfService })
  const [facility, office] = await Promise.all([priced('22'), priced('11')])
  return facility?.allowed && office?.allowed ? { code, facility: facility.allowed, nonFacility: office.allowed } : null
}
