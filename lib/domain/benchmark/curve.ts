import { readFactor, times, type Factor } from '../shared/exact'
import { compare, minus, over, plus, printRatio, whole } from '../shared/ratio'
import { ok, refuse, type FieldError, type Result } from '../shared/result'

export const ANCHORS = ['p10', 'p25', 'p50', 'p75', 'p90'] as const
export type Anchor = (typeof ANCHORS)[number]

/** The percentiles that a table gives, decimal text; null where it gives none. */
export type Percentiles = Readonly<Record<Anchor, string | null>>

export const NO_PERCENTILES: Percentiles = { p10: null, p25: null, p50: null, p75: null, p90: null }

const RANK: Readonly<Record<Anchor, number>> = { p10: 10, p25: 25, p50: 50, p75: 75, p90: 90 }

type Point = { readonly rank: number; readonly amount: Factor }

/** The known points of a table from the lowest percentile up, amounts never falling. Made by readCurve alone. */
export type Curve = { readonly points: readonly Point[] }

function readPoint(key: Anchor, text: string): Point | null {
  const amount = readFactor(text)
  return amount === null || amount.numerator < 0n ? null : { rank: RANK[key], amount }
}

const wrong = (path: string, code: string, message: string): { readonly ok: false; readonly error: FieldError } => ({
  ok: false,
  error: { path, code, message },
})

function readPoints(percentiles: Percentiles): Result<readonly Point[], FieldError> {
  const points: Point[] = []
  for (const key of ANCHORS) {
    const text = percentiles[key]
    if (text === null) continue
    const point = readPoint(key, text)
    if (point === null) return wrong(`percentiles.${key}`, 'AMOUNT', 'Enter an amount of 0 or more.')
    const below = points.at(-1)
    if (below && compare(point.amount, below.amount) < 0) {
      return wrong(`percentiles.${key}`, 'NOT_RISING', `Enter at least the amount of the ${below.rank}th percentile.`)
    }
    points.push(point)
  }
  return points.length > 0 ? ok(points) : wrong('percentiles', 'EMPTY', 'Enter at least one percentile.')
}

/** Refuses INVALID_INPUT for a table whose amounts fall, are negative, or are all missing (domain F1). */
export function readCurve(percentiles: Percentiles): Result<Curve> {
  const points = readPoints(percentiles)
  if (points.ok) return ok({ points: points.value })
  return refuse('INVALID_INPUT', points.error.message, { fields: [points.error] })
}

export type Standing = {
  /** 0 to 99, exact. Null where no two known points say. Beyond the table it is for sorting and plots only. */
  readonly percentile: Factor | null
  readonly beyondTable: 'below' | 'above' | null
  /** What is shown instead of a percentile beyond the known points: `<10`, `>90`, `<1`. */
  readonly bound: string | null
}

const between = (low: Point, high: Point, amount: Factor): Factor =>
  plus(
    whole(low.rank),
    times(whole(high.rank - low.rank), over(minus(amount, low.amount), minus(high.amount, low.amount))),
  )

/** Below p10: 10 x value / p10, at least 1. A table without p10 says nothing there. */
function belowTable(lowest: Point, amount: Factor): Standing {
  const bound = `<${lowest.rank}`
  if (lowest.rank !== RANK.p10) return { percentile: null, beyondTable: 'below', bound }
  const rank = times(whole(10), over(amount, lowest.amount))
  return { percentile: compare(rank, whole(1)) < 0 ? whole(1) : rank, beyondTable: 'below', bound }
}

/** Above p90: 90 + 15 x (value - p90) / (p90 - p75), at most 99. A table without p75 or p90 says nothing there. */
function aboveTable(points: readonly Point[], highest: Point, amount: Factor): Standing {
  const bound = `>${highest.rank}`
  const before = points.find(({ rank }) => rank === RANK.p75)
  if (highest.rank !== RANK.p90 || !before) return { percentile: null, beyondTable: 'above', bound }
  const width = minus(highest.amount, before.amount)
  if (width.numerator === 0n) return { percentile: whole(99), beyondTable: 'above', bound }
  const rank = plus(whole(90), times(whole(15), over(minus(amount, highest.amount), width)))
  return { percentile: compare(rank, whole(99)) > 0 ? whole(99) : rank, beyondTable: 'above', bound }
}

/** Where an amount stands on a curve (domain F1): straight lines between known points, the higher of a flat part. */
export function standingOf(curve: Curve, amount: Factor): Standing {
  if (amount.numerator <= 0n) return { percentile: whole(0), beyondTable: 'below', bound: '<1' }
  const lowest = curve.points[0]
  const highest = curve.points.at(-1)
  if (!lowest || !highest) return { percentile: null, beyondTable: null, bound: null }
  if (compare(amount, lowest.amount) < 0) return belowTable(lowest, amount)
  if (compare(amount, highest.amount) > 0) return aboveTable(curve.points, highest, amount)
  const at = curve.points.findLastIndex((point) => compare(point.amount, amount) <= 0)
  const low = curve.points[at] ?? lowest
  const high = curve.points[at + 1]
  const percentile = high ? between(low, high, amount) : whole(low.rank)
  return { percentile, beyondTable: null, bound: null }
}

/** The amount at a percentile: the inverse of standingOf. Null outside the known points: nothing is invented there. */
export function amountAt(curve: Curve, percentile: Factor): Factor | null {
  const at = curve.points.findLastIndex(({ rank }) => compare(whole(rank), percentile) <= 0)
  const low = curve.points[at]
  if (!low) return null
  const high = curve.points[at + 1]
  if (!high) return compare(percentile, whole(low.rank)) === 0 ? low.amount : null
  const share = over(minus(percentile, whole(low.rank)), whole(high.rank - low.rank))
  return plus(low.amount, times(share, minus(high.amount, low.amount)))
}

/** The points back as text, two decimals. */
export function printPercentiles(amounts: Readonly<Record<Anchor, Factor | null>>): Percentiles {
  const text = (key: Anchor) => {
    const amount = amounts[key]
    return amount && printRatio(amount, 2)
  }
  return { p10: text('p10'), p25: text('p25'), p50: text('p50'), p75: text('p75'), p90: text('p90') }
}
