import { creditCase } from '../../lib/domain/crediting/credit-case'
import type { CaseInput, CaseLine } from '../../lib/domain/crediting/case'
import type { ScheduleRow } from '../../lib/domain/schedule/row'
import { printCents, printConversionFactor, printCredit, printRvu, roundHalfUp } from '../../lib/domain/shared/exact'
import type { Cents, Credit, Rvu } from '../../lib/domain/shared/exact'
import { caseOf } from '../../tests/support/case-lines'
import { ALABAMA, RVU25D_RELEASE, view } from '../../tests/support/schedule-rows'
import { Sentence } from '../launch/sentence'
import { interleaved, type Figure } from './figure'

const BOUND = 0.2
const ROUNDS = 20_000

/** Days in an office, in a hospital, and in an operating room with an assistant. */
const CASES = [
  ['11:99213-25', '11:99214-25', '11:20610', '11:93000'],
  ['21:99223-25', '21:99291-25', '21:93010', '21:20610'],
  ['44140', '38100', '47562', '11:99203-57'],
  ['44140-80', '38100-80', '33518', '22558'],
].map((lines) => caseOf(lines))

/**
 * Lines a second of cases of four, their rows in memory, beside a loop that does the same arithmetic of whole numbers
 * and prints the same amounts, without a step of explanation. Processor time of one core: what else the machine does
 * falls on neither.
 */
export async function measureLines(): Promise<Figure> {
  const schedule = view()
  const viewFor = () => schedule
  const credited = (input: CaseInput): string => creditCase(input, viewFor).totals.creditedWorkRvu
  const counted = (input: CaseInput): string => bareCase(input.lines, schedule.rowsOf).creditedWorkRvu
  for (const input of CASES) {
    const [ours, bare] = [creditCase(input, viewFor).totals, bareCase(input.lines, schedule.rowsOf)]
    if (ours.allowed !== bare.allowed || ours.creditedWorkRvu !== bare.creditedWorkRvu) {
      throw new Sentence(`The bare loop has ${bare.allowed} where the engine has ${ours.allowed}.`)
    }
  }
  await Promise.all([run(credited), run(counted)])
  const { ours, bare } = await interleaved(
    () => run(credited),
    () => run(counted),
  )
  const lines = CASES.length * 4 * ROUNDS
  const perSecond = (milliseconds: number): string => Math.round((lines / milliseconds) * 1000).toLocaleString('en-US')
  return {
    name: 'lines a second of cases of four, to the same arithmetic without explanation',
    bound: `at least ${BOUND}`,
    measured: `${(bare / ours).toFixed(2)} (${perSecond(ours)} a second, bare ${perSecond(bare)})`,
    holds: bare >= BOUND * ours,
  }
}

/** Milliseconds of processor time. */
function run(work: (input: CaseInput) => string): Promise<number> {
  const before = process.cpuUsage()
  for (let round = 0; round < ROUNDS; round++) for (const input of CASES) work(input)
  const { user, system } = process.cpuUsage(before)
  return Promise.resolve((user + system) / 1000)
}

type Bare = { fee: bigint; work: bigint; expense: bigint; row: ScheduleRow; share: readonly [bigint, bigint] }
type BareTotals = { readonly allowed: string; readonly creditedWorkRvu: string; readonly printed: readonly string[] }

function bareLine(
  { code, placeOfService, modifiers }: CaseLine,
  rowsOf: (code: string) => readonly ScheduleRow[],
): Bare {
  const [row] = rowsOf(code)
  if (!row?.payment) throw new Sentence(`The bench has no row of ${code}.`)
  const { gpci } = ALABAMA
  const expense = placeOfService === '11' ? row.payment.nonFacilityPe : row.payment.facilityPe
  const indexed = row.work * gpci.work + expense * gpci.practiceExpense + row.payment.malpractice * gpci.malpractice
  const fee = roundHalfUp(indexed * RVU25D_RELEASE.conversionFactors.standard, 10_000_000n)
  return { fee, work: row.work * 100n, expense, row, share: modifiers.includes('80') ? [16n, 100n] : [1n, 1n] }
}

/** Half for all but the first of those that rank. */
function halves(lines: readonly Bare[], of: (line: Bare) => bigint): ReadonlySet<Bare> {
  const ranked = lines.filter((line) => line.row.multipleProcedure === '2').sort((a, b) => (of(b) > of(a) ? 1 : -1))
  return new Set(ranked.slice(1))
}

/** What an answer shows of a line beside its results: values of a unit and their sum, the factor, the listed amounts. */
function amountsOf({ fee, expense, row }: Bare): string[] {
  const malpractice = row.payment?.malpractice ?? (0n as Rvu)
  const total = (row.work + expense + malpractice) as Rvu
  return [
    printRvu(row.work),
    printRvu(expense as Rvu),
    printRvu(malpractice),
    printRvu(total),
    printConversionFactor(RVU25D_RELEASE.conversionFactors.standard),
    printCents(fee as Cents),
    printRvu(row.work),
  ]
}

function bareCase(given: readonly CaseLine[], rowsOf: (code: string) => readonly ScheduleRow[]): BareTotals {
  const lines = given.map((line) => bareLine(line, rowsOf))
  const paidHalf = halves(lines, (line) => line.fee)
  const creditedHalf = halves(lines, (line) => line.work)
  const printed: string[] = []
  let [allowed, credited] = [0n, 0n]
  for (const line of lines) {
    const [numerator, denominator] = line.share
    const paid = roundHalfUp(line.fee * numerator, denominator * (paidHalf.has(line) ? 2n : 1n))
    const credit = roundHalfUp(line.work * numerator, denominator * (creditedHalf.has(line) ? 2n : 1n))
    printed.push(...amountsOf(line), printCents(paid as Cents), printCredit(credit as Credit))
    allowed += paid
    credited += credit
  }
  return { allowed: printCents(allowed as Cents), creditedWorkRvu: printCredit(credited as Credit), printed }
}
