import type { Rvu } from '../shared/exact'
import { printRatio } from '../shared/ratio'

/** Where one code stands among others by work. */
export type WorkRank = {
  /** 1 is the most work; codes of equal work share the better rank. */
  readonly rank: number
  readonly of: number
  /** How many carry less work. */
  readonly below: number
  /** Percentage of the codes that carry less work, one decimal. */
  readonly percentile: string
  /** The middle value; of an even number the mean of the two in the middle, two decimals, rounded half up. */
  readonly median: string
}

/** Ranks a work RVU among those of its group, itself included. Null where the group is empty. */
export function rankByWork(group: readonly Rvu[], work: Rvu): WorkRank | null {
  if (group.length === 0) return null
  const above = group.filter((each) => each > work).length
  const below = group.filter((each) => each < work).length
  const percentile = { numerator: BigInt(below) * 100n, denominator: BigInt(group.length) }
  return {
    rank: above + 1,
    of: group.length,
    below,
    percentile: printRatio(percentile, 1),
    median: medianOf(group),
  }
}

/** The middle work RVU of a group that is not empty. */
export function medianOf(group: readonly Rvu[]): string {
  const sorted = [...group].sort((a, b) => (a < b ? -1 : Number(a > b)))
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0n
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0n
  return printRatio({ numerator: lower + upper, denominator: 200n }, 2)
}
