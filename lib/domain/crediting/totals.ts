import { printCents, printCredit, printRvu, type Cents, type Credit, type Rvu } from '../shared/exact'
import { printUnits } from './anesthesia'
import type { AnsweredLine } from './answer'
import type { CaseRules, CaseTotals } from './case'

type Sums = { allowed: bigint; work: bigint; credited: bigint; lines: number }

const POSTOPERATIVE_VISIT = '99024'

const printed = ({ allowed, work, credited }: Sums) => ({
  allowed: printCents(allowed as Cents),
  workRvu: printRvu(work as Rvu),
  creditedWorkRvu: printCredit(credited as Credit),
})

/** Totals of the clinician's own lines; lines without an amount are left out (domain A8), entered values apart. */
export function totalsOf(lines: readonly AnsweredLine[], { participating }: CaseRules): CaseTotals {
  const listed: Sums = { allowed: 0n, work: 0n, credited: 0n, lines: 0 }
  const entered: Sums = { allowed: 0n, work: 0n, credited: 0n, lines: 0 }
  let limit = 0n
  let asaTenths = 0n
  let postoperativeVisits = 0
  for (const line of lines) {
    if (!line.own) continue
    const sums = line.manual ? entered : listed
    sums.allowed += line.allowed ?? 0n
    sums.work += line.work ?? 0n
    sums.credited += line.credited ?? 0n
    sums.lines += 1
    if (!line.manual) limit += line.limitingCharge ?? 0n
    asaTenths += line.asaTenths
    if (line.answer.code === POSTOPERATIVE_VISIT) postoperativeVisits += line.answer.units
  }
  return {
    ...printed(listed),
    limitingCharge: participating ? null : printCents(limit as Cents),
    asaUnits: printUnits(asaTenths),
    postoperativeVisits,
    manual: { ...printed(entered), lines: entered.lines },
  }
}
