import {
  ONE, printCents, printConversionFactor, printCredit, printFactor, printRvu, times,
  type Cents, type Credit, type Factor, type Rvu,
} from '../shared/exact' // prettier-ignore
import { printUnits } from './anesthesia'
import type { CalculatedLine, CaseRules } from './case'
import { componentsOf } from './component'
import { creditLine } from './credit-ledger'
import { restFactor } from './bilateral'
import type { Note } from './explanation'
import { BARE_ROW } from './manual'
import { limitingChargeOf, payLine } from './payment-ledger'
import { isTrainee } from './practitioner'
import { practiceExpenseOf } from './row-price'
import { standingOf } from './status'
import { has, raise, type RejectedLine, type WorkingLine } from './working-line'

/** A line as it is answered, and its exact amounts for the totals. */
export type AnsweredLine = {
  readonly answer: CalculatedLine
  readonly own: boolean
  readonly allowed: bigint | null
  readonly work: bigint | null
  readonly credited: bigint | null
  readonly limitingCharge: bigint | null
  /** Tenths of an anesthesia unit that count; zero for all other lines. */
  readonly asaTenths: bigint
  /** Entered by hand: summed apart. */
  readonly manual: boolean
  readonly needsRelease: boolean
}

const cents = (value: bigint | null): string | null => (value === null ? null : printCents(value as Cents))
const credits = (value: bigint | null): string | null => (value === null ? null : printCredit(value as Credit))
const rvus = (value: bigint | null): string | null => (value === null ? null : printRvu(value as Rvu))

function rvuOf(line: WorkingLine): CalculatedLine['rvu'] {
  const { row, standing } = line
  if (standing === 'by-contractor') return null
  const expense = practiceExpenseOf(row, line.basis.setting)
  const malpractice = row.payment?.malpractice ?? null
  const total = expense === null || malpractice === null ? null : row.work + expense + malpractice
  return {
    work: printRvu(row.work),
    practiceExpense: rvus(expense),
    malpractice: rvus(malpractice),
    total: rvus(total),
  }
}

/** What the modifiers of a line did together to its payment (api.md); other lines and the practitioner are not in it. */
function modifierFactor(line: WorkingLine): Factor {
  let product = ONE
  if (has(line, '50')) product = line.paymentSides[0]?.factor ?? ONE
  else if (line.pair?.position === 'second') product = restFactor(line.pair.payment)
  for (const { effect, payment } of line.adjustments) {
    if (effect === 'multiply' || effect === 'deny') product = times(product, payment)
  }
  return product
}

/** The contractor prices the code itself, whatever the line is counted like. */
function isByContractor({ standing, manual }: WorkingLine): boolean {
  if (manual === null) return standing === 'by-contractor'
  return manual.own !== null && standingOf(manual.own) === 'by-contractor'
}

const isRareHere = ({ row, place, standing }: WorkingLine): boolean =>
  row.rarelyNonFacility && place.setting === 'nonfacility' && standing === 'priced'

function flagsOf(line: WorkingLine): CalculatedLine['flags'] {
  const { row, price } = line
  if (price !== null && price.fee < price.uncapped) raise(line, 'OPPS_CAPPED')
  if (line.manual !== null) raise(line, 'MANUAL_VALUE')
  if (isByContractor(line)) raise(line, 'CONTRACTOR_PRICED')
  if (row.notUsedForPayment) raise(line, 'RVU_NOT_USED_FOR_MEDICARE')
  if (isRareHere(line)) raise(line, 'RARELY_NON_FACILITY')
  if (line.paymentPlacement?.slices.some((slice) => slice.byReport)) raise(line, 'BY_REPORT')
  return line.flags
}

function listedWorkOf({ work, manual, line }: WorkingLine): bigint | null {
  const unit = manual?.work ?? work
  return unit === null ? null : unit * BigInt(line.units)
}

/** The amount of the schedule: a code without one has none, whatever it is counted like. */
const feeScheduleOf = ({ price, manual, line }: WorkingLine): bigint | null =>
  price === null || (manual !== null && manual.comparator !== null) ? null : price.fee * BigInt(line.units)

const rowOf = ({ row }: WorkingLine): CalculatedLine['row'] =>
  row === BARE_ROW ? null : { code: row.code, modifier: row.modifier === '' ? null : row.modifier }

const statusOf = ({ row, manual }: WorkingLine): string | null =>
  manual === null ? row.status : (manual.own?.status ?? null)

const anesthesiaOf = ({ anesthesia: units }: WorkingLine): CalculatedLine['anesthesia'] =>
  units && {
    baseUnits: units.baseUnits,
    timeUnits: printUnits(units.timeTenths),
    units: printUnits(units.unitTenths),
  }

/** Calculates an accepted line and answers it; amounts come from the ledgers and nowhere else. */
export function answerLine(line: WorkingLine, input: CaseRules): AnsweredLine {
  const payment = payLine(line, input)
  const { ledger: credit, training } = creditLine(line, input)
  const { row, view, line: given } = line
  const work = listedWorkOf(line)
  const limitingCharge = limitingChargeOf(line, payment, input)
  const answer: CalculatedLine = {
    id: given.id,
    code: given.code,
    modifiers: given.modifiers,
    units: given.units,
    row: rowOf(line),
    valid: true,
    payable: payment.value !== null && payment.value > 0n,
    setting: line.place.setting,
    status: statusOf(line),
    release: view.release.id,
    conversionFactor: printConversionFactor(line.conversionFactor),
    rvu: rvuOf(line),
    feeSchedule: cents(feeScheduleOf(line)),
    allowed: payment.text,
    limitingCharge: cents(limitingCharge),
    workRvu: rvus(work),
    creditedWorkRvu: credit.text,
    trainingWorkRvu: credits(training),
    anesthesia: anesthesiaOf(line),
    factor: printFactor(modifierFactor(line)),
    flags: flagsOf(line),
    components: componentsOf(line, payment),
    steps: payment.steps.concat(credit.steps),
  }
  return {
    answer, work, limitingCharge,
    own: line.own,
    allowed: payment.value,
    credited: credit.value,
    asaTenths: line.own && !isTrainee(input.role) ? (line.anesthesia?.unitTenths ?? 0n) : 0n,
    manual: line.manual !== null,
    needsRelease: line.standing === 'priced' && row.payment === null,
  } // prettier-ignore
}

function refusedSteps({ rule, reason, citation }: Note): CalculatedLine['steps'] {
  return (['payment', 'credit'] as const).map((measure) => ({
    measure, rule, factor: '1', before: null, after: null, reason, citation,
  })) // prettier-ignore
}

/** Answers a line that cannot be calculated: no amounts, and why. */
export function answerRejected({
  line,
  view,
  place,
  conversionFactor,
  status,
  flag,
  note,
}: RejectedLine): AnsweredLine {
  const answer: CalculatedLine = {
    id: line.id,
    code: line.code,
    modifiers: line.modifiers,
    units: line.units,
    row: null,
    valid: false,
    payable: false,
    setting: place.setting,
    status,
    release: view.release.id,
    conversionFactor: printConversionFactor(conversionFactor),
    rvu: null,
    feeSchedule: null,
    allowed: null,
    limitingCharge: null,
    workRvu: null,
    creditedWorkRvu: null,
    trainingWorkRvu: null,
    anesthesia: null,
    factor: '1',
    flags: [flag],
    components: [],
    steps: refusedSteps(note),
  }
  return {
    answer,
    own: line.provider === 'self',
    allowed: null, work: null, credited: null, limitingCharge: null, asaTenths: 0n, manual: false, needsRelease: false,
  } // prettier-ignore
}
