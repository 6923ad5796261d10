import { readFactor, times, type Factor } from '../shared/exact'
import { compare, plus, whole } from '../shared/ratio'
import { ok, refuse, type FieldError, type Result } from '../shared/result'
import { ANCHORS, printPercentiles, readCurve, type Anchor, type Percentiles } from './curve'

/** One specialty's table and its share of the work, decimal text; the shares of a blend add up to 1. */
export type BlendPart = { readonly share: string; readonly percentiles: Percentiles }

const NOTHING = whole(0)

function readShares(parts: readonly BlendPart[]): Result<readonly Factor[], FieldError> {
  const shares: Factor[] = []
  for (const [index, part] of parts.entries()) {
    const share = readFactor(part.share)
    if (share === null || share.numerator <= 0n) {
      return { ok: false, error: { path: `parts.${index}.share`, code: 'AMOUNT', message: 'Enter a share above 0.' } }
    }
    shares.push(share)
  }
  if (compare(shares.reduce(plus, NOTHING), whole(1)) === 0) return ok(shares)
  return { ok: false, error: { path: 'parts', code: 'SHARES', message: 'Enter shares that add up to 1.' } }
}

/** The share-weighted sum of one anchor; null when a part lacks it. */
function blendAnchor(parts: readonly BlendPart[], shares: readonly Factor[], key: Anchor): Factor | null {
  let sum = NOTHING
  for (const [index, share] of shares.entries()) {
    const amount = readFactor(parts[index]?.percentiles[key] ?? '')
    if (amount === null) return null
    sum = plus(sum, times(share, amount))
  }
  return sum
}

/**
 * One table for work in several specialties: each anchor by itself, weighted by share (domain F4). Percentiles are never
 * averaged. Amounts with two decimals. Refuses INVALID_INPUT for shares that do not add up to 1 and tables that fall.
 */
export function blendTables(parts: readonly BlendPart[]): Result<{ readonly percentiles: Percentiles }> {
  const shares = readShares(parts)
  if (!shares.ok) return refuse('INVALID_INPUT', shares.error.message, { fields: [shares.error] })
  for (const [index, part] of parts.entries()) {
    const curve = readCurve(part.percentiles)
    if (curve.ok) continue
    const fields = (curve.error.fields ?? []).map((field) => ({ ...field, path: `parts.${index}.${field.path}` }))
    return refuse('INVALID_INPUT', curve.error.message, { fields })
  }
  const [p10, p25, p50, p75, p90] = ANCHORS.map((key) => blendAnchor(parts, shares.value, key))
  const anchors = { p10: p10 ?? null, p25: p25 ?? null, p50: p50 ?? null, p75: p75 ?? null, p90: p90 ?? null }
  return ok({ percentiles: printPercentiles(anchors) })
}
