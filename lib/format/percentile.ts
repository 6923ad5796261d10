import { readDigits } from './decimal'

const SUFFIX: Readonly<Record<string, string>> = { 1: 'st', 2: 'nd', 3: 'rd' }

/** `1st`, `22nd`, `113th`. */
export function ordinal(whole: string): string {
  const teens = /1[123]$/.test(whole)
  return whole + ((teens ? undefined : SUFFIX[whole.slice(-1)]) ?? 'th')
}

/**
 * A percentile for people: `79th`. Beyond the known points of its table the bound is shown instead (`<10`, `>90`),
 * never a number. Null: the table does not say.
 */
export function percentileLabel(position: {
  readonly percentile: string | null
  readonly bound: string | null
}): string | null {
  if (position.bound !== null) return position.bound
  return position.percentile === null ? null : ordinal(readDigits(position.percentile, 0).whole)
}
