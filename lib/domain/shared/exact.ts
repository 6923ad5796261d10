/**
 * Exact amounts. Each kind of amount is a whole number of its own smallest unit, branded so that a wRVU cannot be
 * added to a dollar. Nothing here is ever a float; text comes in and goes out through parse and print.
 */
declare const unit: unique symbol
type Amount<Unit extends string> = bigint & { readonly [unit]: Unit }

/** Hundredths of a relative value unit, as CMS publishes them. */
export type Rvu = Amount<'rvu/100'>
/** Thousandths: a geographic practice cost index. */
export type GeographicIndex = Amount<'index/1000'>
/** Ten-thousandths of a dollar per RVU. */
export type ConversionFactor = Amount<'dollar/10000'>
/** Hundredths of a dollar. */
export type Cents = Amount<'dollar/100'>
/** Ten-thousandths of a work RVU: what a line is credited with (domain C1). */
export type Credit = Amount<'rvu/10000'>
/** Hundredths: a share of a global package (pre, intra, post), 0 to 100. */
export type Share = Amount<'share/100'>

/** A multiplier kept as a fraction, so that 30 of 90 days stays exact until the one rounding. */
export type Factor = { readonly numerator: bigint; readonly denominator: bigint }

const PLACES = { rvu: 2, index: 3, conversionFactor: 4, cents: 2, credit: 4, share: 2 } as const

/** Reads plain decimal text into whole units of `places` decimals; null when it is not one or has more decimals. */
function read(text: string, places: number): bigint | null {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '', fraction = ''] = match
  if (whole === '' && fraction === '') return null
  const significant = fraction.replace(/0+$/, '')
  if (significant.length > places) return null
  const units = BigInt((whole || '0') + significant.padEnd(places, '0'))
  return sign === '-' ? -units : units
}

function show(units: bigint, places: number): string {
  if (units < 0n) return `-${show(-units, places)}`
  const digits = units.toString().padStart(places + 1, '0')
  const point = digits.length - places
  return places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
}

function required<T>(text: string, places: number, kind: string): T {
  const units = read(text, places)
  if (units === null) throw new Error(`"${text}" is not a ${kind} of at most ${places} decimals`)
  return units as T
}

export const rvu = (text: string): Rvu => required<Rvu>(text, PLACES.rvu, 'relative value')
export const geographicIndex = (text: string): GeographicIndex =>
  required<GeographicIndex>(text, PLACES.index, 'geographic index')
export const conversionFactor = (text: string): ConversionFactor =>
  required<ConversionFactor>(text, PLACES.conversionFactor, 'conversion factor')
export const cents = (text: string): Cents => required<Cents>(text, PLACES.cents, 'dollar amount')
export const credit = (text: string): Credit => required<Credit>(text, PLACES.credit, 'credited work RVU')
export const share = (text: string): Share => required<Share>(text, PLACES.share, 'share')

export const printRvu = (amount: Rvu): string => show(amount, PLACES.rvu)
export const printIndex = (amount: GeographicIndex): string => show(amount, PLACES.index)
export const printConversionFactor = (amount: ConversionFactor): string => show(amount, PLACES.conversionFactor)
export const printCents = (amount: Cents): string => show(amount, PLACES.cents)
export const printCredit = (amount: Credit): string => show(amount, PLACES.credit)
export const printShare = (amount: Share): string => show(amount, PLACES.share)

/** Reads text of any number of decimals as an exact fraction; null when it is not a decimal number. */
export function readFactor(text: string): Factor | null {
  const decimals = /\.(\d*)$/.exec(text.trim())?.[1]?.length ?? 0
  const numerator = read(text, decimals)
  return numerator === null ? null : { numerator, denominator: 10n ** BigInt(decimals) }
}

export function factor(text: string): Factor {
  const value = readFactor(text)
  if (value === null) throw new Error(`"${text}" is not a factor`)
  return value
}

export const ONE: Factor = { numerator: 1n, denominator: 1n }

export const ZERO: Factor = { numerator: 0n, denominator: 1n }

export function times(a: Factor, b: Factor): Factor {
  if (a === ONE) return b
  if (b === ONE) return a
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

/** Division rounded half away from zero, the one rounding rule of the fee schedule (domain, r2). */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const rounded = (2n * n + d) / (2n * d)
  return negative ? -rounded : rounded
}

/** A whole number of units times an exact factor, rounded once, half away from zero. */
export const scale = (units: bigint, by: Factor): bigint => roundHalfUp(units * by.numerator, by.denominator)

/** A factor as text of at most six decimals, without trailing zeros (api.md, Conventions). */
export function printFactor(value: Factor): string {
  if (value.numerator === value.denominator) return '1'
  if (value.numerator === 0n) return '0'
  const text = show(roundHalfUp(value.numerator * 1_000_000n, value.denominator), 6)
  let end = text.length
  while (text.charAt(end - 1) === '0') end -= 1
  return text.slice(0, text.charAt(end - 1) === '.' ? end - 1 : end)
}

/** A factor as a percentage: `62.5%`. */
export const percent = (value: Factor): string => `${printFactor({ ...value, numerator: value.numerator * 100n })}%`
