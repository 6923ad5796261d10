import { roundHalfUp, type ConversionFactor } from '../shared/exact'
import type { ConversionFactorPeriod } from './calendar'
import type { Gpci } from './locality'

/** Dollars of one anesthesia unit, to four decimals. */
export type AnesthesiaRate = {
  readonly amount: ConversionFactor
  /** The national factor that the amount approximates from; null where CMS published the amount itself. */
  readonly weighedFrom: ConversionFactor | null
}

/** One for all, and one for qualifying APM participants, null before 2026; null too where none can be told. */
export type AnesthesiaRates = {
  readonly standard: AnesthesiaRate | null
  readonly qualifyingApm: AnesthesiaRate | null
}

/** Ten-thousandths: shares of work, practice expense and malpractice in anesthesia, that ANES2025 was made with (domain B5). */
const SHARES = { work: 7687n, practiceExpense: 1662n, malpractice: 650n }
/** Ten-thousandths of a dollar x ten-thousandths x thousandths, to cents; CMS publishes local factors in cents. */
const TO_CENTS = 1_000_000_000n
const CENT = 100n

const published = (amount: ConversionFactor | null): AnesthesiaRate | null => amount && { amount, weighedFrom: null }

function weighed(national: ConversionFactor | null, gpci: Gpci): AnesthesiaRate | null {
  if (national === null) return null
  const index =
    SHARES.work * gpci.work + SHARES.practiceExpense * gpci.practiceExpense + SHARES.malpractice * gpci.malpractice
  return { amount: (roundHalfUp(national * index, TO_CENTS) * CENT) as ConversionFactor, weighedFrom: national }
}

/**
 * What an anesthesia unit is worth (domain A6, B5): national without a locality; in one, what CMS published for it, else
 * the national factor weighed by its indices. `national` is null where no factor is known for the day.
 */
export function anesthesiaRates(
  national: ConversionFactorPeriod | null,
  gpci: Gpci | null,
  local: ConversionFactor | null,
): AnesthesiaRates {
  const standard = national?.anesthesia ?? null
  const qualifyingApm = national?.anesthesiaQualifyingApm ?? null
  return gpci === null
    ? { standard: published(standard), qualifyingApm: published(qualifyingApm) }
    : { standard: published(local) ?? weighed(standard, gpci), qualifyingApm: weighed(qualifyingApm, gpci) }
}
