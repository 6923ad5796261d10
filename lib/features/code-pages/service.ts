import { categoryName, categoryOf, kindOf } from '@/lib/domain/catalog/category'
import { offeredModifiers } from '@/lib/domain/catalog/offered-modifiers'
import { ownRow } from '@/lib/domain/catalog/own-row'
import { rankByWork } from '@/lib/domain/catalog/rank'
import { usualPlace } from '@/lib/domain/catalog/usual-place'
import { priceRow } from '@/lib/domain/crediting/row-price'
import { standingOf } from '@/lib/domain/crediting/status'
import type { Setting } from '@/lib/domain/schedule/place-of-service'
import type { PaymentRvus, ScheduleRow } from '@/lib/domain/schedule/row'
import { printCents, printRvu, printShare, rvu, type ConversionFactor, type Rvu } from '@/lib/domain/shared/exact'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { readCatalog, titleOf, unknownCode, type Catalog } from '../catalog/service'
import type { CodeDetail, CodeRequest, CodeRow, CodeWords, RowPayment } from '../catalog/schema'
import type { InstalledRelease } from '../releases/store'
import { readRows } from '../schedule/store'
import { readWorkOf } from './store'

/** The rows of one code in one release. */
export type Edition = { readonly release: InstalledRelease; readonly rows: readonly ScheduleRow[] }

/** The releases that have a code, oldest first. */
export async function readEditions(releases: readonly InstalledRelease[], code: string): Promise<readonly Edition[]> {
  const found = await Promise.all(
    releases.map(async (release) => ({ release, rows: (await readRows(release.versionId, [code])).get(code) ?? [] })),
  )
  return found.filter(({ rows }) => rows.length > 0)
}

/** `GET /api/v1/codes/{code}`. Without a release: the one in force, or the last before it that has the code. */
export async function codeDetail(request: CodeRequest): Promise<Result<CodeDetail>> {
  const catalog = await readCatalog()
  if (!catalog.codes.has(request.code)) return unknownCode(request.code)
  const editions = await readEditions(catalog.releases, request.code)
  if (request.release !== undefined && !catalog.releases.some(({ id }) => id === request.release)) {
    return refuse('RELEASE_NOT_INSTALLED', `${request.release} is not installed. See /api/v1/releases.`)
  }
  const shown = request.release
    ? (editions.find(({ release }) => release.id === request.release) ?? null)
    : editionInForce(catalog, editions)
  return ok(await detailOf(catalog, request.code, editions, shown))
}

export function editionInForce(catalog: Catalog, editions: readonly Edition[]): Edition | null {
  const today = catalog.inForce?.effectiveFrom ?? ''
  return editions.findLast(({ release }) => release.effectiveFrom <= today) ?? editions[0] ?? null
}

export async function detailOf(
  catalog: Catalog,
  code: string,
  editions: readonly Edition[],
  shown: Edition | null,
): Promise<CodeDetail> {
  const category = categoryOf(code) ?? 'other-cpt'
  return {
    code,
    kind: kindOf(code) ?? 'cpt',
    category: { slug: category, name: categoryName(category) },
    ...wordsOf(catalog, code),
    related: (catalog.authored.get(code)?.related ?? [])
      .filter((each) => catalog.codes.has(each.code))
      .map((each) => ({ code: each.code, title: titleOf(catalog, each.code), reason: each.reason })),
    ...heldOf(shown),
    history: editions.map(({ release, rows }) => ({
      release: release.id,
      effectiveFrom: release.effectiveFrom,
      workRvu: printRvu(ownRow(rows)?.work ?? rvu('0')),
    })),
    categoryRank: shown && (await categoryRank(shown, code)),
    officialDescriptor: descriptorOf(catalog, code),
    described: catalog.authored.has(code),
  }
}

function descriptorOf({ descriptors }: Catalog, code: string): CodeDetail['officialDescriptor'] {
  const found = descriptors.get(code)
  return found ? { short: found.short, long: found.long, endsOn: found.endsOn } : null
}

/** What a release says of a code, and what a calculator offers by it. */
function heldOf(shown: Edition | null): Pick<CodeDetail, 'release' | 'rows' | 'modifiers' | 'usualPlace'> {
  if (shown === null) return { release: null, rows: [], modifiers: [], usualPlace: null }
  const { release, rows } = shown
  const row = ownRow(rows)
  return {
    release: release.id,
    rows: rows.map((each) => rowOf(each, release)),
    modifiers: offeredModifiers(rows),
    usualPlace: row && usualPlace(row),
  }
}

const NO_WORDS = {
  synonyms: [],
  description: null,
  plainLanguage: null,
  clinicalContext: null,
  billingNotes: [],
  specialties: [],
  faq: [],
} as const

function wordsOf(catalog: Catalog, code: string): CodeWords {
  const { synonyms, description, plainLanguage, clinicalContext, billingNotes, specialties, faq } =
    catalog.authored.get(code) ?? NO_WORDS
  const title = titleOf(catalog, code)
  return { title, synonyms, description, plainLanguage, clinicalContext, billingNotes, specialties, faq }
}

/** Among the codes of the category with work above zero; null for a code without, and where only a few are held. */
async function categoryRank({ release, rows }: Edition, code: string): Promise<CodeDetail['categoryRank']> {
  const work = ownRow(rows)?.work ?? 0n
  if (release.source !== 'official' || work <= 0n) return null
  const category = categoryOf(code)
  const group = [...(await readWorkOf(release.versionId))].filter(([each]) => categoryOf(each) === category)
  const rank = rankByWork(group.map(([, each]) => each), work as Rvu) // prettier-ignore
  return rank && { rank: rank.rank, of: rank.of, percentile: rank.percentile, median: rank.median }
}

const NO_PAYMENT: RowPayment = {
  nonFacility: null,
  facility: null,
  nonFacilityQualifyingApm: null,
  facilityQualifyingApm: null,
}

/** National amounts (every index 1); none for a row that the fee schedule does not price. */
export function paymentOf(row: ScheduleRow, { conversionFactors }: InstalledRelease): RowPayment {
  if (standingOf(row) !== 'priced') return NO_PAYMENT
  const amount = (setting: Setting, factor: ConversionFactor | null): string | null => {
    const price = factor && priceRow(row, { setting, gpci: null, conversionFactor: factor })
    return price ? printCents(price.fee) : null
  }
  return {
    nonFacility: amount('nonfacility', conversionFactors.standard),
    facility: amount('facility', conversionFactors.standard),
    nonFacilityQualifyingApm: amount('nonfacility', conversionFactors.qualifyingApm),
    facilityQualifyingApm: amount('facility', conversionFactors.qualifyingApm),
  }
}

const total = (row: ScheduleRow, payment: PaymentRvus, expense: Rvu): string =>
  printRvu((row.work + expense + payment.malpractice) as Rvu)

function valuesOf(row: ScheduleRow) {
  const { payment } = row
  return {
    nonFacilityPe: payment && printRvu(payment.nonFacilityPe),
    facilityPe: payment && printRvu(payment.facilityPe),
    malpractice: payment && printRvu(payment.malpractice),
    nonFacilityTotal: payment && total(row, payment, payment.nonFacilityPe),
    facilityTotal: payment && total(row, payment, payment.facilityPe),
  }
}

const rowOf = (row: ScheduleRow, release: InstalledRelease): CodeRow => ({
  modifier: row.modifier,
  status: row.status,
  workRvu: printRvu(row.work),
  ...valuesOf(row),
  payment: paymentOf(row, release),
  pcTc: row.pcTc,
  globalPeriod: row.globalPeriod,
  preOp: printShare(row.preOp),
  intraOp: printShare(row.intraOp),
  postOp: printShare(row.postOp),
  multipleProcedure: row.multipleProcedure,
  bilateral: row.bilateral,
  assistant: row.assistant,
  coSurgeon: row.coSurgeon,
  team: row.team,
  endoscopyBase: row.endoscopyBase,
})
