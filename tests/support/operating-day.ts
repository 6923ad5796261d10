import { creditCase } from '@/lib/domain/crediting/credit-case'
import type { CalculatedCase, CaseInput, CaseLine, ScheduleView } from '@/lib/domain/crediting/case'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { caseOf, dated } from './case-lines'

export type Day = Partial<Omit<CaseInput, 'lines'>> & {
  readonly date: string
  readonly schedule: ScheduleView | ((date: string) => ScheduleView)
}

/** Code with modifiers, allowed, credited, flags. */
export type Earned = readonly [line: string, allowed: string | null, credited: string | null, ...flags: string[]]

function calculated({ date, schedule, ...change }: Day, lines: readonly (string | CaseLine)[]): CalculatedCase {
  const entered = lines.map((each, index) => ({
    ...(typeof each === 'string' ? dated(each, date) : each),
    id: String(index + 1),
  }))
  return creditCase(caseOf(entered, change), typeof schedule === 'function' ? schedule : () => schedule)
}

/** What the lines of one patient earn, in the form of the tables of the operating days, with the sum as the last row. */
export function earned(day: Day, lines: readonly (string | CaseLine)[]): readonly Earned[] {
  const result = calculated(day, lines)
  return [
    ...result.lines.map((line): Earned => [
      [line.code, ...line.modifiers].join('-'),
      line.allowed,
      line.creditedWorkRvu,
      ...line.flags,
    ]),
    ['sum', result.totals.allowed, result.totals.creditedWorkRvu],
  ]
}

/** The last row of the table alone: allowed and credited. */
export const sumOf = (day: Day, lines: readonly (string | CaseLine)[]): readonly (string | null)[] =>
  earned(day, lines).at(-1)?.slice(1, 3) ?? []

export const trainingOf = (day: Day, lines: readonly (string | CaseLine)[]): readonly (string | null)[] =>
  calculated(day, lines).lines.map((line) => line.trainingWorkRvu)

export const PARTIAL = POLICY_PRESETS.partial
export const UNADJUSTED = POLICY_PRESETS.unadjusted
