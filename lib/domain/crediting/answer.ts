import {
  ONE, printCents, printConversionFactor, printCredit, printFactor, printRvu, times,
  type Cents, type Credit, type Factor, type Rvu,
} from '../shared/exact' // prettier-ignore
import type { CalculatedLine, CaseInput } from './case'
import { componentsOf } from './component'
import { creditLine } from './credit-ledger'
import { restFactor } from './bilateral'
import type { Note } from './explanation'
import { payLine } from './payment-ledger'
import { practiceExpenseOf } from './row-price'
import { has, raise, type RejectedLine, type WorkingLine } from './working-line'

/** A line as it is answered, and its exact amounts for the totals. */
export type AnsweredLine = {
  readonly answer: CalculatedLine
  readonly own: boolean
  readonly allowed: bigint | null
  readonly work: bigint | null
  readonly credited: bigint | null
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

function flagsOf(line: WorkingLine): CalculatedLine['flags'] {
  const { row, price, place } = line
  if (price !== null && price.fee < price.uncapped) raise(line, 'OPPS_CAPPED')
  if (line.standing === 'by-contractor') raise(line, 'CONTRACTOR_PRICED')
  if (row.notUsedForPayment) raise(line, 'RVU_NOT_USED_FOR_MEDICARE')
  if (row.rarelyNonFacility && place.setting === 'nonfacility' && line.standing === 'priced')
    raise(line, 'RARELY_NON_FACILITY')
  if (line.paymentPlacement?.slices.some((slice) => slice.byReport)) raise(line, 'BY_REPORT')
  return line.flags
}

const listedWorkOf = (line: WorkingLine): bigint | null =>
  line.work === null ? null : line.work * BigInt(line.line.units)

/** Calculates an accepted line and answers it; amounts come from the ledgers and nowhere else. */
export function answerLine(line: WorkingLine, input: CaseInput): AnsweredLine {
  const payment = payLine(line, input)
  const { ledger: credit, training } = creditLine(line, input)
  const { row, view, line: given } = line
  const work = listedWorkOf(line)
  const fee = line.price === null ? null : line.price.fee * BigInt(given.units)
  const answer: CalculatedLine = {
    id: given.id,
    code: given.code,
    modifiers: given.modifiers,
    units: given.units,
    row: { code: row.code, modifier: row.modifier === '' ? null : row.modifier },
    valid: true,
    payable: payment.value !== null && payment.value > 0n,
    setting: line.place.setting,
    status: row.status,
    release: view.release.id,
    conversionFactor: printConversionFactor(line.conversionFactor),
    rvu: rvuOf(line),
    feeSchedule: cents(fee),
    allowed: payment.text,
    workRvu: rvus(work),
    creditedWorkRvu: credit.text,
    trainingWorkRvu: credits(training),
    factor: printFactor(modifierFactor(line)),
    flags: flagsOf(line),
    components: componentsOf(line, payment),
    steps: [...payment.steps, ...credit.steps],
  }
  const needsRelease = line.standing === 'priced' && row.payment === null
  return { answer, own: line.own, allowed: payment.value, work, credited: credit.value, needsRelease }
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
    workRvu: null,
    creditedWorkRvu: null,
    trainingWorkRvu: null,
    factor: '1',
    flags: [flag],
    components: [],
    steps: refusedSteps(note),
  }
  return { answer, own: line.provider === 'self', allowed: null, work: null, credited: null, needsRelease: false }
}
