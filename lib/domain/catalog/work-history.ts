import { printRatio } from '../shared/ratio'
import { roundHalfUp, rvu, type Rvu } from '../shared/exact'

export type WorkPoint = { readonly release: string; readonly effectiveFrom: string; readonly workRvu: string }

/** What happened to a code's work RVU over the releases held. Points are oldest first. */
export type WorkHistory = {
  readonly first: WorkPoint
  readonly last: WorkPoint
  /** Each point whose value differs from the one before. */
  readonly changes: readonly WorkPoint[]
  /** The last value before the last change, and its release; null where nothing changed. */
  readonly before: WorkPoint | null
  /** Releases in which the last change may have come already, and which are not held; the next that is held shows it. */
  readonly unheld: readonly string[]
  /** Change from first to last in percent, one decimal, with a minus where it fell; null from zero or without change. */
  readonly percent: string | null
  /** True where the last change is the efficiency adjustment of 2026: 97.5 %, rounded half up (domain A7). */
  readonly isEfficiencyAdjustment: boolean
}

/** The first day of the adjustment, whichever release of that year is held (domain A7). */
export const EFFICIENCY_FROM = '2026-01-01'
const EFFICIENCY_YEAR = EFFICIENCY_FROM.slice(0, 4)

export function workHistory(points: readonly WorkPoint[]): WorkHistory | null {
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const changed = points.flatMap((point, at) => {
    const before = points[at - 1]
    return before && before.workRvu !== point.workRvu ? [{ point, before }] : []
  })
  const latest = changed.at(-1)
  return {
    first,
    last,
    changes: changed.map(({ point }) => point),
    before: latest?.before ?? null,
    unheld: latest ? missingReleases([latest.before.release, latest.point.release]) : [],
    percent: percentChange(first.workRvu, last.workRvu),
    isEfficiencyAdjustment: latest !== undefined && isEfficiencyCut(latest.before, latest.point),
  }
}

const isEfficiencyCut = (before: WorkPoint, after: WorkPoint): boolean =>
  spansEfficiency(before.effectiveFrom, after.effectiveFrom) && cutByEfficiency(rvu(before.workRvu), rvu(after.workRvu))

/** Whether the adjustment came between two releases, by the days that they begin on. */
export const spansEfficiency = (before: string, after: string): boolean =>
  before < EFFICIENCY_FROM && after.slice(0, 4) === EFFICIENCY_YEAR

/** 97.5 % of the work before, rounded half up (domain A7). */
export const cutByEfficiency = (before: Rvu, after: Rvu): boolean => roundHalfUp(before * 975n, 1000n) === after

/** `-2.5`; null where nothing changed or it began at zero. Both are decimal text of at most two places. */
export function percentChange(from: string, to: string): string | null {
  const [before, after] = [rvu(from), rvu(to)]
  if (before === 0n || before === after) return null
  return printRatio({ numerator: (after - before) * 100n, denominator: before }, 1)
}

const QUARTERS = ['A', 'B', 'C', 'D']
const QUARTERLY = /^RVU(\d\d)([A-D])R?$/

/** Quarterly releases between the first and the last held that are not: `RVU24D`. A correction stands for its quarter. */
export function missingReleases(held: readonly string[]): readonly string[] {
  const quarters = held.flatMap((id) => {
    const match = QUARTERLY.exec(id)
    return match ? [Number(match[1]) * 4 + QUARTERS.indexOf(match[2] ?? 'A')] : []
  })
  const present = new Set(quarters)
  const [first, last] = [Math.min(...quarters), Math.max(...quarters)]
  const missing: string[] = []
  for (let quarter = first; quarter < last; quarter++) {
    if (!present.has(quarter)) missing.push(`RVU${Math.floor(quarter / 4)}${QUARTERS[quarter % 4] ?? ''}`)
  }
  return missing
}
