import { categoryName, categoryOf, codeUrl, SURGERY_SECTIONS, surgerySectionOf } from '@/lib/domain/catalog/category'
import { localityRange, type LocalityFee } from '@/lib/domain/catalog/locality-range'
import { whyNoWork } from '@/lib/domain/catalog/missing-work'
import { ownRow, workOf } from '@/lib/domain/catalog/own-row'
import { paymentRules } from '@/lib/domain/catalog/payment-rules'
import { rankByWork } from '@/lib/domain/catalog/rank'
import { usualPlace } from '@/lib/domain/catalog/usual-place'
import { standingOf, statusMeaning } from '@/lib/domain/crediting/status'
import { hasPackage } from '@/lib/domain/crediting/surgical-package'
import { placeOfService } from '@/lib/domain/schedule/place-of-service'
import type { ScheduleRow } from '@/lib/domain/schedule/row'
import {
  printCents,
  printConversionFactor,
  printCredit,
  printRvu,
  scale,
  type Credit,
  type Rvu,
} from '@/lib/domain/shared/exact'
import { printRatio } from '@/lib/domain/shared/ratio'
import { readCatalog, titleOf, type Catalog } from '../catalog/service'
import type { InstalledRelease } from '../releases/store'
import { creditOne } from '../schedule/service'
import type { CodePage, LocalPayments, PackageSplit, Peers, RelatedCode, ReleaseFacts, RuleEffect } from './schema'
import { detailOf, editionInForce, paymentOf, readEditions, type Edition } from './service'
import { localitiesOf, readWorkOf } from './store'

/** All that the page of a code shows; null where there is no such code. */
export async function loadCodePage(code: string): Promise<CodePage | null> {
  const catalog = await readCatalog()
  if (!catalog.codes.has(code)) return null
  const editions = await readEditions(catalog.releases, code)
  const shown = editionInForce(catalog, editions)
  return {
    detail: await detailOf(catalog, code, editions, shown),
    url: codeUrl(code),
    section: SURGERY_SECTIONS.find(({ slug }) => slug === surgerySectionOf(code)) ?? null,
    history: editions.map(historyPoint),
    related: relatedTo(catalog, code),
    ...(shown ? await editionOf(shown, code) : NO_EDITION),
  }
}

const NO_EDITION = {
  release: null,
  statusMeaning: null,
  whyNoWork: null,
  standing: null,
  workRvu: null,
  notUsedForPayment: false,
  rarely: null,
  rules: [],
  effects: [],
  split: null,
  local: null,
  peers: null,
  place: '11',
  plain: null,
} as const

/** What one release says of a code. */
async function editionOf(shown: Edition, code: string) {
  const row = ownRow(shown.rows)
  if (row === null) return { ...NO_EDITION, release: releaseFacts(shown.release) }
  const work = workOf(shown.rows)
  const place = usualPlace(row)
  return {
    release: releaseFacts(shown.release),
    standing: standingOf(row),
    statusMeaning: statusMeaning(row),
    whyNoWork: whyNoWork(row),
    workRvu: work === null ? null : printRvu(work),
    notUsedForPayment: row.notUsedForPayment,
    rarely: rarelyIn(row),
    rules: paymentRules(row),
    effects: shown.release.priced ? await effectsOf(row, place) : [],
    split: splitOf(row),
    local: await localPayments(shown.release, row, place),
    peers: await peersOf(shown, code),
    place,
    plain: shown.release.priced ? await creditOne({ code: row.code, modifiers: [], placeOfService: place }) : null,
  }
}

export const releaseFacts = (release: InstalledRelease): ReleaseFacts => ({
  id: release.id,
  effectiveFrom: release.effectiveFrom,
  official: release.source === 'official',
  standard: printConversionFactor(release.conversionFactors.standard),
  qualifyingApm:
    release.conversionFactors.qualifyingApm && printConversionFactor(release.conversionFactors.qualifyingApm),
})

const rarelyIn = (row: ScheduleRow): CodePage['rarely'] =>
  row.rarelyNonFacility ? 'non-facility' : row.rarelyFacility ? 'facility' : null

/** What 50, 62 and the assistants earn: the same engine as everywhere, one line each, national amounts. */
async function effectsOf(row: ScheduleRow, place: string): Promise<readonly RuleEffect[]> {
  const asked = paymentRules(row).flatMap(({ modifier }) => modifier ?? [])
  const all = asked.includes('80') ? [...asked, 'AS'] : asked
  return Promise.all(all.map((modifier) => effectOf(row.code, modifier, place)))
}

async function effectOf(code: string, modifier: string, place: string): Promise<RuleEffect> {
  const practitioner = modifier === 'AS' ? 'pa' : 'physician'
  const line = await creditOne({ code, modifiers: [modifier], placeOfService: place, practitioner })
  return { modifier, allowed: line?.allowed ?? null, credited: line?.creditedWorkRvu ?? null }
}

/** The parts of a package by the row's own shares; null where it has none (brachytherapy has a period and no shares). */
function splitOf(row: ScheduleRow): PackageSplit | null {
  if (!hasPackage(row) || row.intraOp === 0n) return null
  const part = (name: PackageSplit[number]['part'], share: bigint): PackageSplit[number] => ({
    part: name,
    percent: String(share),
    workRvu: printCredit(scale(row.work * 100n, { numerator: share, denominator: 100n }) as Credit),
  })
  return [part('before', row.preOp), part('operation', row.intraOp), part('after', row.postOp)]
}

async function localPayments(
  { versionId, conversionFactors }: InstalledRelease,
  row: ScheduleRow,
  place: string,
): Promise<LocalPayments | null> {
  const { setting } = placeOfService(place)
  const range = localityRange(row, setting, conversionFactors.standard, await localitiesOf(versionId))
  if (!range) return null
  const paid = ({ locality: { name, state }, fee }: LocalityFee) => ({ name, state, payment: printCents(fee) })
  return { of: range.of, least: paid(range.least), middle: paid(range.middle), most: paid(range.most) }
}

function historyPoint({ release, rows }: Edition): CodePage['history'][number] {
  const row = ownRow(rows)
  return {
    release: release.id,
    effectiveFrom: release.effectiveFrom,
    workRvu: printRvu(row?.work ?? (0n as Rvu)),
    payment: row && paymentOf(row, release).facility,
  }
}

/** A surgical code is compared with its section, any other with its category. */
async function peersOf({ release, rows }: Edition, code: string): Promise<Peers | null> {
  const work = workOf(rows)
  if (work === null || work <= 0n) return null
  const group = [...(await readWorkOf(release.versionId))]
    .filter(([each]) => familyOf(each) === familyOf(code))
    .sort(([, a], [, b]) => (a < b ? -1 : Number(a > b)))
  const rank = rankByWork(group.map(([, each]) => each), work) // prettier-ignore
  const [lowest, highest] = [group[0], group.at(-1)]
  if (!rank || !lowest || !highest || group.length < 3) return null
  return {
    ...rank,
    name: familyName(code),
    whole: release.source === 'official',
    lowest: { code: lowest[0], workRvu: printRvu(lowest[1]) },
    highest: { code: highest[0], workRvu: printRvu(highest[1]) },
    values: group.map(([, each]) => printRvu(each)),
  }
}

const familyOf = (code: string): string => surgerySectionOf(code) ?? categoryOf(code) ?? 'other-cpt'
const familyName = (code: string): string =>
  SURGERY_SECTIONS.find(({ slug }) => slug === familyOf(code))?.name ?? categoryName(familyOf(code))

const NEIGHBORS = 3

/** The related codes that were written; for a code not described, its neighbors by number in the same family. */
function relatedTo(catalog: Catalog, code: string): readonly RelatedCode[] {
  const written = (catalog.authored.get(code)?.related ?? []).filter((each) => catalog.codes.has(each.code))
  const related = written.length > 0 ? written : neighborsOf(catalog, code)
  const own = workOf(catalog.rows.get(code) ?? [])
  return related.map(({ code: other, reason }) => {
    const work = workOf(catalog.rows.get(other) ?? [])
    return {
      code: other,
      title: titleOf(catalog, other),
      url: codeUrl(other),
      reason,
      workRvu: work === null ? null : printRvu(work),
      difference: work === null || own === null ? null : printRatio({ numerator: work - own, denominator: 100n }, 2),
    }
  })
}

function neighborsOf(catalog: Catalog, code: string): readonly { code: string; reason: null }[] {
  const family = catalog.index.codes.filter((each) => familyOf(each) === familyOf(code))
  const at = family.indexOf(code)
  const near = [...family.slice(Math.max(0, at - NEIGHBORS), at), ...family.slice(at + 1, at + 1 + NEIGHBORS)]
  return near.map((each) => ({ code: each, reason: null }))
}
