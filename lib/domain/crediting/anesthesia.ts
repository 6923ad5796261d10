import { ONE, factor, roundHalfUp, type Cents, type ConversionFactor, type Factor } from '../shared/exact'

export type AnesthesiaInput = {
  readonly baseUnits: number
  readonly minutes: number
  readonly modifiers: readonly string[]
  /** Local dollars per anesthesia unit. */
  readonly conversionFactor: ConversionFactor
  readonly presentAtInduction: boolean
}

export type AnesthesiaAnswer = {
  /** Tenths of a unit. */
  readonly timeTenths: bigint
  /** Base and time together, tenths of a unit: the productivity measure, never converted to work RVUs. */
  readonly unitTenths: bigint
  readonly allowed: Cents
}

const HALF = factor('0.5')
const DIRECTED = ['QK', 'QX', 'QY']
const SUPERVISED_BASE = 3

/** Tenths of a unit times ten-thousandths of a dollar, to cents. */
const TO_CENTS = 1000n

/**
 * Anesthesia: base units and one unit for each 15 minutes, rounded half up to a tenth, times the local conversion
 * factor and the share, rounded once (domain B5; 42 CFR 414.46). QK, QX and QY pay half. AD pays three base units, one
 * more if present at induction, and no time. Physical status and qualifying circumstances add nothing.
 */
export function anesthesiaAllowed(input: AnesthesiaInput): AnesthesiaAnswer {
  const supervised = input.modifiers.includes('AD')
  const base = supervised ? SUPERVISED_BASE + (input.presentAtInduction ? 1 : 0) : input.baseUnits
  const timeTenths = supervised ? 0n : roundHalfUp(BigInt(input.minutes) * 10n, 15n)
  const unitTenths = BigInt(base) * 10n + timeTenths
  const share: Factor = input.modifiers.some((each) => DIRECTED.includes(each)) ? HALF : ONE
  const dollars = unitTenths * input.conversionFactor * share.numerator
  return { timeTenths, unitTenths, allowed: roundHalfUp(dollars, TO_CENTS * share.denominator) as Cents }
}

/** Tenths of a unit as text: `12.3`. */
export const printUnits = (tenths: bigint): string => `${String(tenths / 10n)}.${String(tenths % 10n)}`
