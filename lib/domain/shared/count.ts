/**
 * Whole numbers that count things: units, minutes, years. Where amounts are, the core may write no division, no Math
 * and no Number (eslint.config.mjs); these are the few that counting needs, and none of them makes a fraction.
 */

/** How often `step` fits into `count` as a whole; both are whole numbers, `step` above zero. */
export const wholeTimes = (step: number, count: number): number => (count - (count % step)) / step

export const fewer = (a: number, b: number): number => (a < b ? a : b)

/** A count, or the digits of one, as a plain number. */
export const wholeNumber = (count: bigint | string): number => Number(count)
