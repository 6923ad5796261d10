import {
  categoryName,
  categoryOf,
  codeUrl,
  kindOf,
  SURGERY_SECTIONS,
  surgerySectionOf,
} from '@/lib/domain/catalog/category'
import { nearCodes } from '@/lib/domain/catalog/near-codes'
import { workOf, ownRow } from '@/lib/domain/catalog/own-row'
import { medianOf } from '@/lib/domain/catalog/rank'
import { searchCodes, type SearchOptions } from '@/lib/domain/catalog/search'
import { buildSearchIndex, type SearchEntry, type SearchIndex } from '@/lib/domain/catalog/search-index'
import { slugOf } from '@/lib/domain/catalog/slug'
import { printRvu } from '@/lib/domain/shared/exact'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { onceARevision } from '@/lib/server/revision'
import type { Descriptor } from '../hcpcs/schema'
import { readDescriptors } from '../hcpcs/store'
import { readReleases, type InstalledRelease } from '../releases/store'
import { today } from '../schedule/service'
import { readAllCodes, readAllRows, type RowsByCode } from '../schedule/store'
import { servicesByCode } from '../use/service'
import type { AuthoredCode, CodeCounts, CodeItem, CodeList, CodeQuery, HubLink, NamedRelease } from './schema'
import { readAllAuthored } from './store'

/** All that is known of codes, made once in each process for each revision. */
export type Catalog = {
  /** Oldest first. */
  readonly releases: readonly InstalledRelease[]
  /** In force today; before the first is, the first. Null where none is installed. */
  readonly inForce: InstalledRelease | null
  /** Rows of the release in force. */
  readonly rows: RowsByCode
  readonly authored: ReadonlyMap<string, AuthoredCode>
  /** What CMS says of codes of HCPCS Level II; empty where its file is not installed. */
  readonly descriptors: ReadonlyMap<string, Descriptor>
  /** Described, or in any release. */
  readonly codes: ReadonlySet<string>
  readonly index: SearchIndex
}

/** Beside the services of a year: what is described comes before what is not, where Medicare's figures are silent. */
const DESCRIBED = 1_000

/** A release may hold a placeholder, such as GXXX1, which is no code of anybody. */
const isCode = (text: string): boolean => kindOf(text) !== null

export const readCatalog = onceARevision(async (): Promise<Catalog> => {
  const releases = await readReleases()
  const authored = new Map((await readAllAuthored()).map((each) => [each.code, each]))
  const codes = new Set([...authored.keys(), ...(await readAllCodes())].filter(isCode))
  const inForce = releases.findLast((each) => each.effectiveFrom <= today()) ?? releases[0] ?? null
  const rows = inForce ? await readAllRows(inForce.versionId) : new Map()
  const descriptors = new Map((await readDescriptors()).map((each) => [each.code, each]))
  const services = servicesByCode()
  const entries = [...codes]
    .sort()
    .map((code) => entryOf(code, authored.get(code) ?? descriptors.get(code), services.get(code) ?? 0))
  return { releases, inForce, rows, authored, descriptors, codes, index: buildSearchIndex(entries) }
})

/** Of a code that nobody described. */
const NO_WORDS = { title: '', synonyms: [], plainLanguage: null, description: null, specialties: [] } as const

/** What a code is found by: our words, else those of CMS. `services`: of a year, as Medicare paid for them. */
export function entryOf(code: string, words: AuthoredCode | Descriptor | undefined, services: number): SearchEntry {
  const isOurs = words !== undefined && 'synonyms' in words
  const { title, synonyms, plainLanguage, description, specialties } = isOurs ? words : namedBy(words)
  const category = categoryOf(code) ?? 'other-cpt'
  const weight = services + (isOurs ? DESCRIBED : 0)
  return { code, title, synonyms, plainLanguage, description, category, specialties: specialties.map(slugOf), weight }
}

const namedBy = (descriptor: Descriptor | undefined) =>
  descriptor ? { ...NO_WORDS, title: descriptorTitle(descriptor), description: descriptor.long } : NO_WORDS

/** A title is read at a glance: the short descriptor of CMS, full of its abbreviations, only where the long one is longer. */
const LONGEST_TITLE = 90
const descriptorTitle = ({ short, long }: Descriptor): string => (long.length <= LONGEST_TITLE ? long : short)

/** The words of a code that has none: its family, and that it is not described. */
export function bareTitle(code: string): string {
  const section = surgerySectionOf(code)
  const family = SURGERY_SECTIONS.find(({ slug }) => slug === section)?.name ?? categoryName(categoryOf(code) ?? '')
  return `${family.replace(/ codes$/, ' code')}, not described yet`
}

/** Ours; where nobody described it, that of CMS, or its family. */
export function titleOf({ authored, descriptors }: Catalog, code: string): string {
  const descriptor = descriptors.get(code)
  return authored.get(code)?.title ?? (descriptor ? descriptorTitle(descriptor) : bareTitle(code))
}

export function itemOf(catalog: Catalog, code: string): CodeItem {
  const rows = catalog.rows.get(code) ?? []
  const work = workOf(rows)
  const category = categoryOf(code) ?? 'other-cpt'
  return {
    code,
    kind: kindOf(code) ?? 'cpt',
    title: titleOf(catalog, code),
    category: { slug: category, name: categoryName(category) },
    workRvu: work === null ? null : printRvu(work),
    status: ownRow(rows)?.status ?? null,
    url: codeUrl(code),
  }
}

export const hubLink = (
  catalog: Catalog,
  { url, name, codes }: { readonly url: string; readonly name: string; readonly codes: readonly string[] },
): HubLink => ({ url, name, codes: codes.length, medianWorkRvu: medianWorkOf(catalog, codes) })

/** Of the codes that have work in the release in force; null where none has. */
export function medianWorkOf(catalog: Catalog, codes: readonly string[]): string | null {
  const work = codes.flatMap((code) => workOf(catalog.rows.get(code) ?? []) ?? []).filter((each) => each > 0n)
  return work.length === 0 ? null : medianOf(work)
}

/** The release in force as pages name it; null where none is installed. */
export const namedRelease = ({ inForce }: Catalog): NamedRelease | null =>
  inForce && { id: inForce.id, effectiveFrom: inForce.effectiveFrom, official: inForce.source === 'official' }

/** `GET /api/v1/codes`: the one ranking for the site, the application and the interface. */
export async function findCodes(query: CodeQuery): Promise<Result<CodeList>> {
  const catalog = await readCatalog()
  const options: SearchOptions = {
    limit: query.limit,
    ...(query.cursor === undefined ? {} : { after: query.cursor }),
    ...(query.category === undefined ? {} : { category: query.category }),
    ...(query.kind === undefined ? {} : { kind: query.kind }),
    ...(query.specialty === undefined ? {} : { specialty: slugOf(query.specialty) }),
    ...(query.prefer === undefined ? {} : { prefer: slugOf(query.prefer) }),
  }
  const { codes, next } = searchCodes(catalog.index, query.q, options)
  return ok({ items: codes.map((code) => itemOf(catalog, code)), nextCursor: next })
}

/** Codes that someone who asked for an unknown one may have meant. */
export async function nearMatches(asked: string): Promise<readonly CodeItem[]> {
  const catalog = await readCatalog()
  const near = nearCodes(catalog.index, asked, MOST_NEAR)
  const found =
    near.length > 0 ? near : searchCodes(catalog.index, asked.replaceAll('-', ' '), { limit: MOST_NEAR }).codes
  return found.map((code) => itemOf(catalog, code))
}
const MOST_NEAR = 8

/** Members of the problem that an unknown code is answered with. */
export async function suggestionsFor(input: unknown): Promise<{ readonly suggestions?: readonly CodeItem[] }> {
  const asked = typeof input === 'object' && input !== null && 'code' in input ? input.code : null
  return typeof asked === 'string' ? { suggestions: await nearMatches(asked.slice(0, 40)) } : {}
}

/** Apart from the catalog, because every request of a page asks and needs no more than this. */
const knownCodes = onceARevision(async (): Promise<ReadonlySet<string>> => {
  const authored = await readAllAuthored()
  return new Set([...authored.map(({ code }) => code), ...(await readAllCodes())].filter(isCode))
})

/** Whether a code, in capitals, has a page. */
export const isKnownCode = async (code: string): Promise<boolean> => (await knownCodes()).has(code)

/** How much is known, for search and Quick Log to say, and what to do about the rest. */
export async function codeCounts(): Promise<CodeCounts> {
  const { codes, authored, releases } = await readCatalog()
  return {
    known: codes.size,
    described: authored.size,
    releasesInstalled: releases.length,
    newestOfficial: releases.findLast(({ source }) => source === 'official')?.id ?? null,
  }
}

export const unknownCode = (code: string): Result<never> =>
  refuse(
    'NOT_FOUND',
    `There is no code ${code} here. See the suggestions, or install the official release that has it.`,
  )
