import { roundHalfUp, type Cents, type ConversionFactor, type Rvu } from '../shared/exact'
import type { Gpci } from '../schedule/locality'
import type { Setting } from '../schedule/place-of-service'
import type { PaymentRvus, ScheduleRow } from '../schedule/row'

/** Where and at what rate a row is priced. A null index set is the national one: every index is 1. */
export type PriceBasis = {
  readonly setting: Setting
  readonly gpci: Gpci | null
  readonly conversionFactor: ConversionFactor
}

export type RowPrice = {
  /** One unit, after the outpatient cap. */
  readonly fee: Cents
  readonly uncapped: Cents
  /** The outpatient cap, where the row has one. */
  readonly cap: Cents | null
}

/** Hundredths x thousandths x ten-thousandths of a dollar, to cents. */
const TO_CENTS = 10_000_000n
const INDEX_ONE = 1000n

const practiceExpense = (payment: PaymentRvus, setting: Setting): Rvu =>
  setting === 'facility' ? payment.facilityPe : payment.nonFacilityPe

/** Practice expense RVUs of the setting; null where the release holds work only. */
export const practiceExpenseOf = (row: ScheduleRow, setting: Setting): Rvu | null =>
  row.payment && practiceExpense(row.payment, setting)

/**
 * (work x index + practice expense x index + malpractice x index) x conversion factor, exact and rounded once, half up
 * to the cent (domain B1; Medicare Claims Processing Manual, chapter 12, section 20.1). `halves` of 1 counts practice
 * expense half, as therapy does (D5), still with one rounding.
 */
function amount(work: bigint, expense: bigint, malpractice: bigint, basis: PriceBasis, halves: 1n | 2n): Cents {
  const { gpci } = basis
  const whole = gpci ? work * gpci.work + malpractice * gpci.malpractice : (work + malpractice) * INDEX_ONE
  const ofPractice = expense * (gpci ? gpci.practiceExpense : INDEX_ONE)
  if (halves === 2n) return roundHalfUp((whole + ofPractice) * basis.conversionFactor, TO_CENTS) as Cents
  return roundHalfUp((2n * whole + ofPractice) * basis.conversionFactor, 2n * TO_CENTS) as Cents
}

/** The cap on imaging (domain B3): the outpatient columns priced like the others, where they hold practice expense. */
function capOf(row: ScheduleRow, payment: PaymentRvus, basis: PriceBasis): Cents | null {
  const expense = basis.setting === 'facility' ? payment.oppsFacilityPe : payment.oppsNonFacilityPe
  return expense > 0n ? amount(row.work, expense, payment.oppsMalpractice, basis, 2n) : null
}

/** The fee schedule amount of one unit of a row; null where the release holds work only. */
export function priceRow(row: ScheduleRow, basis: PriceBasis): RowPrice | null {
  const { payment } = row
  if (payment === null) return null
  const uncapped = amount(row.work, practiceExpense(payment, basis.setting), payment.malpractice, basis, 2n)
  const cap = capOf(row, payment, basis)
  return { fee: cap !== null && cap < uncapped ? cap : uncapped, uncapped, cap }
}

/** One unit with practice expense counted half (domain D5); null where the release holds work only. */
export function priceWithHalfExpense(row: ScheduleRow, basis: PriceBasis): Cents | null {
  const { payment } = row
  return payment && amount(row.work, practiceExpense(payment, basis.setting), payment.malpractice, basis, 1n)
}
