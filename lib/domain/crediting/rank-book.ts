import { ONE, factor, roundHalfUp, type Factor } from '../shared/exact'
import type { ScheduleRow } from '../schedule/row'
import { customFactor } from './adjustment'
import { bilateralCredit, bilateralFactor } from './bilateral'
import type { CaseRules, Measure } from './case'
import type { Settings } from './settings'
import { priceRow } from './row-price'
import { listedWork, standingOf } from './status'
import { compareIdentity, type Side, type WorkingLine } from './working-line'

type Base = { readonly amount: bigint | null; readonly bothSides: Factor }

/**
 * What the ranks of one measure are made from: fees for payment, work for credit (domain D2). Credit never looks at a
 * fee, so it never depends on place, locality or conversion factor.
 */
export type RankBook = {
  readonly measure: Measure
  /** One unit, in cents or in ten-thousandths of a work RVU. */
  readonly amountOf: (line: WorkingLine) => bigint
  /** The unit that is ranked: both sides of a pair or of a line with 50, else one. */
  readonly sideOf: (line: WorkingLine) => Side
  /** The base code of a line's family: its amount of one unit, and what both sides of it are. */
  readonly baseOf: (line: WorkingLine, rules: CaseRules) => Base
  readonly rules: CaseRules
  readonly families: boolean
  /** Factor of the second rank and below; null: ranks do not reduce. */
  readonly lowerRank: Factor | null
  /** The last rank that has a set factor; null: all have. */
  readonly lastRank: number | null
  readonly compareTies: (a: WorkingLine, b: WorkingLine) => number
}

const HALF = factor('0.5')
/** A work RVU of hundredths in the ten-thousandths of a credit. */
export const TO_CREDIT = 100n
const NO_BASE = { amount: null, bothSides: ONE }
export const MILLIONTHS = 1_000_000n

/** An amount times a side in millionths, so that ranks compare whole numbers. */
export const scaled = (amount: bigint, side: Factor): bigint =>
  side === ONE ? amount * MILLIONTHS : roundHalfUp(amount * side.numerator * MILLIONTHS, side.denominator)

const baseRow = (rows: readonly ScheduleRow[]): ScheduleRow | undefined => rows.find((row) => row.modifier === '')

const ONE_SIDE: Side = { count: 1n, factor: ONE, both: false }
const sideOfUnit = (sides: readonly Side[], pair: Factor | null): Side =>
  pair === null ? (sides[0] ?? ONE_SIDE) : { count: 1n, factor: pair, both: true }

function compareWork(a: WorkingLine, b: WorkingLine): number {
  const difference = (b.work ?? 0n) - (a.work ?? 0n)
  return difference < 0n ? -1 : difference > 0n ? 1 : compareIdentity(a, b)
}

/** Both sides of a base code where its member is of both sides (domain D3). */
const baseSides = (both: Factor, { endoscopyBase }: Settings): Factor => (endoscopyBase === 'own-sides' ? both : ONE)

function baseFee(line: WorkingLine, { settings }: CaseRules): Base {
  const row = baseRow(line.view.rowsOf(line.row.endoscopyBase))
  if (row === undefined || standingOf(row, settings) !== 'priced') return NO_BASE
  const bothSides = baseSides(bilateralFactor(row.bilateral), settings)
  return { amount: priceRow(row, line.basis)?.fee ?? null, bothSides }
}

function baseWork(line: WorkingLine, { policy, settings }: CaseRules): Base {
  const row = baseRow(line.creditView.rowsOf(line.row.endoscopyBase))
  if (row === undefined) return NO_BASE
  const bothSides = baseSides(bilateralCredit(row.bilateral, policy), settings)
  return { amount: (listedWork(row) ?? 0n) * TO_CREDIT, bothSides }
}

const feeOf = (line: WorkingLine): bigint => line.price?.fee ?? 0n
const workOf = (line: WorkingLine): bigint => (line.creditWork ?? 0n) * TO_CREDIT
const paidSide = (line: WorkingLine): Side => sideOfUnit(line.paymentSides, line.pair?.payment ?? null)
const creditedSide = (line: WorkingLine): Side => sideOfUnit(line.creditSides, line.pair?.credit ?? null)

export const paymentBook = (rules: CaseRules): RankBook => ({
  measure: 'payment',
  amountOf: feeOf,
  sideOf: paidSide,
  baseOf: baseFee,
  rules,
  families: true,
  lowerRank: HALF,
  lastRank: 5,
  compareTies: compareWork,
})

/** How a policy ranks: its own factor for 51 takes the place of one half (domain C1, C4). */
export const creditBook = (rules: CaseRules): RankBook => ({
  measure: 'credit',
  amountOf: workOf,
  sideOf: creditedSide,
  baseOf: baseWork,
  rules,
  families: rules.policy.endoscopy,
  lowerRank: rules.policy.multipleProcedure ? (customFactor(rules.policy, '51') ?? HALF) : null,
  lastRank: null,
  compareTies: compareIdentity,
})
