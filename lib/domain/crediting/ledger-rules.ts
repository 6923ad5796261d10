import { ONE, factor, type Factor } from '../shared/exact'
import { bilateralNote, pairNote, PAIRS_ENTERED, restFactor, SIDE_WITH_50 } from './bilateral'
import { multiply, remark, resettle, withdraw, type Ledger } from './explanation'
import { baseMissingNote, familyNote, rankNote, unitsNote } from './ledger-notes'
import { MILLIONTHS, scaled } from './rank-book'
import { placedTerms } from './ranking'
import { has, type Pair, type Placement, type Side, type WorkingLine } from './working-line'

const HALF = factor('0.5')
const wholeFactor = (units: number): Factor => ({ numerator: BigInt(units), denominator: 1n })

/** Terms of whole units keep their count: each unit rounds by itself (domain B1). */
export function countUnits(ledger: Ledger, line: WorkingLine, amount: bigint | null): void {
  const { units } = line.line
  if (units === 1 || amount === null) return
  resettle(ledger, [{ count: BigInt(units), amount, factor: ONE }], unitsNote(units), wholeFactor(units))
}

function showPair(ledger: Ledger, line: WorkingLine, pair: Pair, amount: bigint): void {
  const note = pairNote(line.row.bilateral, pair.position, pair[ledger.measure])
  if (pair.position === 'first') return remark(ledger, note)
  const terms = sidesOf(ledger, line).map((side) => ({ count: side.count, amount, factor: side.factor }))
  resettle(ledger, terms, note, restFactor(pair[ledger.measure]))
}

const sidesOf = (ledger: Ledger, line: WorkingLine): readonly Side[] =>
  ledger.measure === 'payment' ? line.paymentSides : line.creditSides

/** Both sides on one line, or the part of a pair that this line shows (domain C2). */
export function applySides(ledger: Ledger, line: WorkingLine, amount: bigint): void {
  if (line.pair !== null) showPair(ledger, line, line.pair, amount)
  if (!has(line, '50')) return
  const counted = sidesOf(ledger, line)[0]?.factor ?? ONE
  multiply(ledger, counted, bilateralNote(line.row.bilateral, counted))
  if (ledger.measure === 'credit') return
  if (line.line.units > 1) remark(ledger, PAIRS_ENTERED)
  if (has(line, 'LT') || has(line, 'RT')) remark(ledger, SIDE_WITH_50)
}

/** The mean factor of the ranks that the units of a line take. */
function meanRank({ slices }: Placement): Factor {
  const [first] = slices
  if (first !== undefined && slices.every((slice) => slice.rankFactor === first.rankFactor)) return first.rankFactor
  let numerator = 0n
  let count = 0n
  for (const slice of slices) {
    numerator += slice.count * scaled(1n, slice.rankFactor)
    count += slice.count
  }
  return { numerator, denominator: count * MILLIONTHS }
}

/** Family first, rank after, both from the terms of the line itself (domain D2, D3). */
export function applyPlacement(ledger: Ledger, line: WorkingLine, amount: bigint): void {
  const measure = ledger.measure
  const placement = measure === 'payment' ? line.paymentPlacement : line.creditPlacement
  if (placement === null) return
  const sides = sidesOf(ledger, line)
  const { slices, family } = placement
  if (family !== null) {
    if (slices.some((slice) => slice.byReport && slice.base < 0n)) return withdraw(ledger, baseMissingNote(family))
    resettle(ledger, placedTerms(amount, sides, slices, false), familyNote(placement))
  }
  if (placement.ranks < 2 || ledger.value === 0n) return
  if (slices.some((slice) => slice.byReport)) return withdraw(ledger, rankNote(placement, measure), HALF)
  resettle(ledger, placedTerms(amount, sides, slices, true), rankNote(placement, measure), meanRank(placement))
}
