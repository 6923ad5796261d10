import { calculatorUrl } from '@/lib/domain/calculator/address'
import { EMPTY_CALCULATOR, PLAIN_LINE } from '@/lib/domain/calculator/state'
import { ROLES, type CalculatedCase } from '@/lib/domain/crediting/case'
import { POLICY_BASES } from '@/lib/domain/crediting/policy'
import { readDate } from '@/lib/domain/shared/date'
import type { CaseItem } from '@/lib/features/cases/schema'
import { ReportSection } from './report-section'

interface CaseReportProps {
  readonly item: CaseItem
  /** The same, as the interface answers a calculation. */
  readonly answer: CalculatedCase
}

/** A saved case goes along as it stands; nobody but its owner can open it, so the address is that of the calculator. */
export function CaseReport({ item, answer }: CaseReportProps) {
  return <ReportSection context="case" address={addressOf(item)} answer={answer} />
}

function addressOf({ lines, placeOfService, dateOfService, role, policy }: CaseItem): string {
  return calculatorUrl({
    ...EMPTY_CALCULATOR,
    lines: lines.map(({ code, modifiers, units, postoperativeDays, manual }) => ({
      ...PLAIN_LINE,
      ...{ code, modifiers, units, placeOfService, postoperativeDays, manual },
    })),
    date: readDate(dateOfService),
    role: ROLES.find((each) => each === role) ?? EMPTY_CALCULATOR.role,
    policy: POLICY_BASES.find((each) => each === policy) ?? EMPTY_CALCULATOR.policy,
  })
}
