import { printCents, printCredit, printRvu, type Cents, type Credit, type Rvu } from '../shared/exact'
import { printUnits } from './anesthesia'
import type { AnsweredLine } from './answer'
import type { CaseRules, CaseTotals } from './case'

type Sums = { allowed: bigint; work: bigint; credited: bigint; lines: number }

const nothing = (): Sums => ({ allowed: 0n, work: 0n, credited: 0n, lines: 0 })

function add(sums: Sums, { allowed, work, credited }: AnsweredLine): void {
  if (allowed !== null) sums.allowed += allowed
  if (work !== null) sums.work += work
  if (credited !== null) sums.credited += credited
  sums.lines += 1
}

const POSTOPERATIVE_VISIT = '99024'

const printed = ({ allowed, work, credited, lines }: Sums): CaseTotals['manual'] => ({
  allowed: printCents(allowed as Cents),
  workRvu: printRvu(work as Rvu),
  creditedWorkRvu: printCredit(credited as Credit),
  lines,
})

const NO_ENTERED = printed(nothing())
const NO_UNITS = printUnits(0n)

/** Totals of the clinician's own lines; lines without an amount are left out (domain A8), entered values apart. */
export function totalsOf(lines: readonly AnsweredLine[], { participating }: CaseRules): CaseTotals {
  const listed = nothing()
  const entered = nothing()
  let limit = 0n
  let asaTenths = 0n
  let postoperativeVisits = 0
  for (const line of lines) {
    if (!line.own) continue
    add(line.manual ? entered : listed, line)
    asaTenths += line.asaTenths
    if (line.limitingCharge !== null && !line.manual) limit += line.limitingCharge
    if (line.answer.code === POSTOPERATIVE_VISIT) postoperativeVisits += line.answer.units
  }
  const { allowed, workRvu, creditedWorkRvu } = printed(listed)
  return {
    allowed,
    workRvu,
    creditedWorkRvu,
    limitingCharge: participating ? null : printCents(limit as Cents),
    asaUnits: asaTenths === 0n ? NO_UNITS : printUnits(asaTenths),
    postoperativeVisits,
    manual: entered.lines === 0 ? NO_ENTERED : printed(entered),
  }
}
