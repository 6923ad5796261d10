import { codeUrl } from '@/lib/domain/catalog/category'
import { cutByEfficiency, missingReleases, percentChange, spansEfficiency } from '@/lib/domain/catalog/work-history'
import { addDays, type CalendarDate } from '@/lib/domain/shared/date'
import { printConversionFactor, printRvu, type Rvu } from '@/lib/domain/shared/exact'
import { onceARevision } from '@/lib/server/revision'
import type { NamedRelease } from '../catalog/schema'
import { readCatalog, titleOf, type Catalog } from '../catalog/service'
import type { InstalledRelease } from '../releases/store'
import type { ComingCode, MovedCode, ReleaseChanges, ReleaseLine, ReleasePage } from './schema'
import { countShared, readWorkChanges } from './store'

const MOST_MOVED = 25

const named = ({ id, effectiveFrom, source }: InstalledRelease): NamedRelease => ({
  id,
  effectiveFrom,
  official: source === 'official',
})

const factorsOf = ({ conversionFactors: { standard, qualifyingApm } }: InstalledRelease) => ({
  standard: printConversionFactor(standard),
  qualifyingApm: qualifyingApm && printConversionFactor(qualifyingApm),
})

/** Both works known and unlike. */
type Move = { readonly code: string; readonly before: Rvu; readonly after: Rvu }

const movesAmong = (changes: Awaited<ReturnType<typeof readWorkChanges>>): readonly Move[] =>
  changes.flatMap(({ code, before, after }) => (before === null || after === null ? [] : [{ code, before, after }]))

/** Every release held, the newest first, with how much of the work each one moved. */
export const loadReleaseLines = onceARevision(async (): Promise<readonly ReleaseLine[]> => {
  const { releases } = await readCatalog()
  const lines = await Promise.all(
    releases.map(async (release, at) => {
      const before = releases[at - 1]
      const moved = before ? movesAmong(await readWorkChanges(before.versionId, release.versionId)).length : null
      return { ...named(release), factor: factorsOf(release).standard, moved }
    }),
  )
  return lines.reverse()
})

/** The page of a release; null where it is not held. */
export async function loadReleasePage(id: string): Promise<ReleasePage | null> {
  const catalog = await readCatalog()
  const at = catalog.releases.findIndex((each) => each.id === id)
  const release = catalog.releases[at]
  if (!release) return null
  const [before, next] = [catalog.releases[at - 1], catalog.releases[at + 1]]
  return {
    release: named(release),
    effectiveTo: next ? addDays(next.effectiveFrom as CalendarDate, -1) : null,
    isInForce: catalog.inForce?.id === id,
    factors: factorsOf(release),
    rows: release.rows,
    fileName: release.fileName,
    before: before ? { ...named(before), factors: factorsOf(before) } : null,
    unheld: before ? missingReleases([before.id, release.id]) : [],
    changes: before ? await changesOf(catalog, before, release) : null,
    next: next ? named(next) : null,
  }
}

async function changesOf(
  catalog: Catalog,
  before: InstalledRelease,
  release: InstalledRelease,
): Promise<ReleaseChanges> {
  const [changed, both] = await Promise.all([
    readWorkChanges(before.versionId, release.versionId),
    countShared(before.versionId, release.versionId),
  ])
  // A placeholder of CMS has no page.
  const all = changed.filter(({ code }) => catalog.codes.has(code))
  const moves = movesAmong(all)
  const [up, down] = [moves.filter(({ before, after }) => after > before), moves.filter(({ before, after }) => after < before)] // prettier-ignore
  const isAdjusted = spansEfficiency(before.effectiveFrom, release.effectiveFrom)
  const isComparable = before.source === release.source
  const coming = (which: 'before' | 'after') =>
    isComparable ? all.flatMap((change) => comingCode(catalog, change, which)) : null
  return {
    both,
    raised: up.length,
    lowered: down.length,
    byEfficiency: isAdjusted ? down.filter((each) => cutByEfficiency(each.before, each.after)).length : 0,
    gained: mostOf(up).map((each) => movedCode(catalog, each)),
    lost: mostOf(down).map((each) => movedCode(catalog, each)),
    added: coming('after'),
    ended: coming('before'),
  }
}

const sizeOf = ({ before, after }: Move): bigint => (after > before ? after - before : before - after)

const mostOf = (moves: readonly Move[]): readonly Move[] =>
  moves.toSorted((a, b) => Number(sizeOf(b) - sizeOf(a)) || (a.code < b.code ? -1 : 1)).slice(0, MOST_MOVED)

function movedCode(catalog: Catalog, { code, before, after }: Move): MovedCode {
  const [from, to] = [printRvu(before), printRvu(after)]
  return {
    code,
    title: titleOf(catalog, code),
    url: codeUrl(code),
    before: from,
    after: to,
    difference: printRvu((after - before) as Rvu),
    percent: percentChange(from, to),
  }
}

/** A code that only one of the two has, with its work there. */
function comingCode(
  catalog: Catalog,
  { code, before, after }: Awaited<ReturnType<typeof readWorkChanges>>[number],
  which: 'before' | 'after',
): readonly ComingCode[] {
  const [work, other] = which === 'before' ? [before, after] : [after, before]
  if (work === null || other !== null) return []
  return [{ code, title: titleOf(catalog, code), url: codeUrl(code), workRvu: printRvu(work) }]
}
