import type { Role } from '../crediting/case'
import type { CalendarDate } from '../shared/date'

/**
 * Career stages. A fellow is at the stage `resident`: they train, log with a role and count toward requirements; what
 * sets a fellow apart in a case is its role.
 */
export const CAREER_STAGES = ['student', 'resident', 'attending'] as const
export type CareerStage = (typeof CAREER_STAGES)[number]

/** A stage from one day on; the year of training (PGY-1 is 1) where there is one. */
export type DatedStage = {
  readonly from: CalendarDate
  readonly stage: CareerStage
  readonly trainingYear: number | null
}

/** The stage of a day, so that a case stays in the stage it was done in. Null before the first one. */
export function stageOn(stages: readonly DatedStage[], date: CalendarDate): DatedStage | null {
  const begun = stages.filter(({ from }) => from <= date).toSorted((a, b) => (a.from < b.from ? -1 : 1))
  return begun.at(-1) ?? null
}

/** The role that a case of this stage starts with; each case may say another. */
export const USUAL_ROLE: Readonly<Record<CareerStage, Role>> = {
  student: 'student',
  resident: 'resident',
  attending: 'attending',
}
