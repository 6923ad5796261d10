import { roundHalfUp, type Factor } from './exact'

/**
 * Arithmetic on exact fractions, for what has no smallest unit of its own: interpolation, pace, shares.
 * Nothing is rounded until printRatio, which is the one rounding.
 */
export const plus = (a: Factor, b: Factor): Factor => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
})

export const minus = (a: Factor, b: Factor): Factor => plus(a, { ...b, numerator: -b.numerator })

/** Division; throws on zero, which the caller rules out first. */
export function over(a: Factor, b: Factor): Factor {
  if (b.numerator === 0n) throw new Error('Division by zero')
  const sign = b.numerator < 0n ? -1n : 1n
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator }
}

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. Denominators are positive. */
export function compare(a: Factor, b: Factor): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

export const whole = (count: number): Factor => ({ numerator: BigInt(count), denominator: 1n })

/** Decimal text with exactly `places` decimals, rounded half away from zero. */
export function printRatio(value: Factor, places: number): string {
  const units = roundHalfUp(value.numerator * 10n ** BigInt(places), value.denominator)
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0')
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
  return units < 0n ? `-${text}` : text
}
