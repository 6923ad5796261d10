import { printDigits, readDigits, withSign } from './decimal'

/** Work RVUs, two decimals: `5,104.62`. The four decimals kept for a line are for sums, not for reading. */
export function formatWorkRvu(amount: string): string {
  const digits = readDigits(amount, 2)
  return withSign(digits, printDigits(digits), false)
}

/** A difference of work RVUs: `+138.90`, `−31.64`, `0.00`. */
export function formatWorkRvuChange(amount: string): string {
  const digits = readDigits(amount, 2)
  return withSign(digits, printDigits(digits), true)
}

/** Projected or annual work RVUs, whole: `7,251`. A projection to the hundredth would claim too much. */
export function formatWholeWorkRvu(amount: string): string {
  const digits = readDigits(amount, 0)
  return withSign(digits, printDigits(digits), false)
}

/** Dollars: whole from 1,000 up, with cents below: `$432,049`, `$583.32`. */
export function formatDollars(amount: string): string {
  const exact = readDigits(amount, 2)
  const digits = exact.whole.length > 3 ? readDigits(amount, 0) : exact
  return withSign(digits, `$${printDigits(digits)}`, false)
}

/** Dollars and cents whatever the size, for a column that must add up: `$1,267.70`. */
export function formatDollarsAndCents(amount: string): string {
  const digits = readDigits(amount, 2)
  return withSign(digits, `$${printDigits(digits)}`, false)
}

/** A difference of dollars: `+$12.40`, `−$3.00`, `$0.00`. */
export function formatDollarsChange(amount: string): string {
  const digits = readDigits(amount, 2)
  return withSign(digits, `$${printDigits(digits)}`, true)
}

/** Moves the point two places right: `1.0417` to `104.17`. */
function hundredfold(ratio: string): string {
  const [whole = '', fraction = ''] = ratio.split('.')
  const padded = fraction.padEnd(2, '0')
  return `${whole}${padded.slice(0, 2)}.${padded.slice(2)}`
}

/** A ratio as a percentage: `1.0417` is `104.2%`; `places` decimals, one unless said. */
export function formatPercent(ratio: string, places = 1): string {
  const digits = readDigits(hundredfold(ratio), places)
  return withSign(digits, `${printDigits(digits)}%`, false)
}

/** How far a ratio is from its whole: pace `1.0360` is `+3.6%`, `0.9640` is `−3.6%`. */
export function formatPercentChange(ratio: string, places = 1): string {
  const percent = readDigits(hundredfold(ratio), 4)
  const sign = percent.negative ? '-' : ''
  const units = BigInt(`${sign}${percent.whole}${percent.fraction}`) - 1_000_000n
  const text = (units < 0n ? -units : units).toString().padStart(5, '0')
  const digits = readDigits(`${units < 0n ? '-' : ''}${text.slice(0, -4)}.${text.slice(-4)}`, places)
  return withSign(digits, `${printDigits(digits)}%`, true)
}

/** A factor of a rule, two decimals or as many as it has: `1` is `1.00`, `0.625` stays. */
export function formatFactor(factor: string): string {
  const [whole = '0', places = ''] = factor.split('.')
  return `${whole}.${places.padEnd(2, '0')}`
}

/** A count: `19,090`. */
export const formatCount = (count: number): string => {
  const digits = readDigits(String(Math.trunc(count)), 0)
  return withSign(digits, printDigits(digits), false)
}

/** `1 case`, `2 cases`; another plural where English wants one: plural(2, 'laboratory', 'laboratories'). */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`
