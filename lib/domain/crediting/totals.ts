import { printCents, printCredit, printRvu, type Cents, type Credit, type Rvu } from '../shared/exact'
import { printUnits } from './anesthesia'
import type { AnsweredLine } from './answer'
import type { CaseRules, CaseTotals } from './case'

type Sums = { allowed: bigint; work: bigint; credited: bigint; lines: number }

function sumsOf(lines: readonly AnsweredLine[]): Sums {
  const sums: Sums = { allowed: 0n, work: 0n, credited: 0n, lines: lines.length }
  for (const { allowed, work, credited } of lines) {
    sums.allowed += allowed ?? 0n
    sums.work += work ?? 0n
    sums.credited += credited ?? 0n
  }
  return sums
}

const POSTOPERATIVE_VISIT = '99024'

const printed = ({ allowed, work, credited }: Sums) => ({
  allowed: printCents(allowed as Cents),
  workRvu: printRvu(work as Rvu),
  creditedWorkRvu: printCredit(credited as Credit),
})

/** Totals of the clinician's own lines; lines without an amount are left out (domain A8), entered values apart. */
export function totalsOf(lines: readonly AnsweredLine[], { participating }: CaseRules): CaseTotals {
  const own = lines.filter((line) => line.own)
  const entered = sumsOf(own.filter((line) => line.manual))
  let limit = 0n
  let asaTenths = 0n
  let postoperativeVisits = 0
  for (const { answer, ...line } of own) {
    if (!line.manual) limit += line.limitingCharge ?? 0n
    asaTenths += line.asaTenths
    if (answer.code === POSTOPERATIVE_VISIT) postoperativeVisits += answer.units
  }
  return {
    ...printed(sumsOf(own.filter((line) => !line.manual))),
    limitingCharge: participating ? null : printCents(limit as Cents),
    asaUnits: printUnits(asaTenths),
    postoperativeVisits,
    manual: { ...printed(entered), lines: entered.lines },
  }
}
