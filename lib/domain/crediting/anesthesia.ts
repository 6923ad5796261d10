import { ONE, factor, roundHalfUp, type Cents, type ConversionFactor, type Factor } from '../shared/exact'
import { printRatio } from '../shared/ratio'

export type AnesthesiaInput = {
  readonly baseUnits: number
  readonly minutes: number
  readonly modifiers: readonly string[]
  /** Local dollars per anesthesia unit. */
  readonly conversionFactor: ConversionFactor
  readonly presentAtInduction: boolean
}

export type AnesthesiaUnits = {
  readonly baseUnits: number
  /** Tenths of a unit. */
  readonly timeTenths: bigint
  /** Base and time together, tenths of a unit: the productivity measure, never converted to work RVUs. */
  readonly unitTenths: bigint
}

/** Who gave the anesthesia: a line has one of these at most. */
export const GIVEN_BY: readonly string[] = ['AA', 'QZ', 'QK', 'QX', 'QY', 'AD']

const HALF = factor('0.5')
const DIRECTED = ['QK', 'QX', 'QY']
const SUPERVISED_BASE = 3

/** Tenths of a unit times ten-thousandths of a dollar, as cents: one in a thousand. */
export const CENTS_OF_UNITS: Factor = { numerator: 1n, denominator: 1000n }

/** AD is paid by a base of its own and no time (domain B5). */
export const isSupervised = (modifiers: readonly string[]): boolean => modifiers.includes('AD')

/** Base units and one unit for each 15 minutes, rounded half up to a tenth (domain B5; 42 CFR 414.46). */
export function anesthesiaUnits(input: Omit<AnesthesiaInput, 'conversionFactor'>): AnesthesiaUnits {
  const supervised = isSupervised(input.modifiers)
  const baseUnits = supervised ? SUPERVISED_BASE + (input.presentAtInduction ? 1 : 0) : input.baseUnits
  const timeTenths = supervised ? 0n : roundHalfUp(BigInt(input.minutes) * 10n, 15n)
  return { baseUnits, timeTenths, unitTenths: BigInt(baseUnits) * 10n + timeTenths }
}

/** QK, QX and QY pay half to each of the two; everything else is paid in full. */
export const anesthesiaShare = (modifiers: readonly string[]): Factor =>
  modifiers.some((each) => DIRECTED.includes(each)) ? HALF : ONE

/**
 * Units times the local conversion factor and the share, rounded once (domain B5). AD pays three base units, one more
 * if present at induction, and no time. Physical status and qualifying circumstances add nothing.
 */
export function anesthesiaAllowed(input: AnesthesiaInput): AnesthesiaUnits & { readonly allowed: Cents } {
  const units = anesthesiaUnits(input)
  const share = anesthesiaShare(input.modifiers)
  const dollars = units.unitTenths * input.conversionFactor * share.numerator
  return { ...units, allowed: roundHalfUp(dollars, CENTS_OF_UNITS.denominator * share.denominator) as Cents }
}

/** Tenths of a unit as text: `12.3`. */
export const printUnits = (tenths: bigint): string => printRatio({ numerator: tenths, denominator: 10n }, 1)
