/**
 * Whole numbers below `size` that look random and are the same on every machine for the same seed (linear congruential,
 * Numerical Recipes). For replays and sample data; never for secrets.
 */
export type Dice = (size: number) => number

export function dice(seed: number): Dice {
  let state = seed >>> 0
  return (size) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    // The high bits: the low ones repeat soon.
    return Math.floor((state / 2 ** 32) * size)
  }
}
