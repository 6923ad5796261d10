import { ONE, readFactor, ZERO, type Factor } from '../shared/exact'
import type { CaseLine, Flag, Practitioner } from './case'
import type { Note } from './explanation'
import type { Policy } from './policy'
import type { Settings } from './settings'
import type { PlaceOfService } from '../schedule/place-of-service'
import type { ScheduleRow } from '../schedule/row'

/** What one modifier, or one role, does to a line: the fifth step of the order of operations (domain C5). */
export type Adjustment = {
  readonly modifier: string
  readonly note: Note
  /** `multiply` by `payment`; `by-report` leaves no amount; `deny` makes it 0.00; `remark` only says something. */
  readonly effect: 'multiply' | 'by-report' | 'deny' | 'remark' | 'none'
  readonly payment: Factor
  /** Factor on the work RVU; null: nobody can say without a person's own value. */
  readonly credit: Factor | null
  readonly creditNote: Note
  readonly flags: readonly Flag[]
}

/** What an adjustment may look at. */
export type AdjustmentInput = {
  readonly settings: Settings
  readonly row: ScheduleRow
  readonly line: CaseLine
  readonly place: PlaceOfService
  readonly practitioner: Practitioner
}

export function adjustment(
  modifier: string,
  note: Note,
  more: Partial<Pick<Adjustment, 'effect' | 'payment' | 'credit' | 'creditNote' | 'flags'>>,
): Adjustment {
  return { modifier, note, effect: 'none', payment: ONE, credit: ONE, creditNote: note, flags: [], ...more }
}

/** Medicare does not pay this line: 0.00, and no credit by default. */
export const notPayable = (modifier: string, note: Note, credit: Factor | null = ZERO): Adjustment =>
  adjustment(modifier, note, { effect: 'deny', payment: ZERO, credit, flags: ['NOT_PAYABLE'] })

/** The factor that a policy sets itself for a modifier; null where it leaves the base's own. */
export function customFactor(policy: Policy, modifier: string): Factor | null {
  const text = policy.factors[modifier]
  return text === undefined ? null : readFactor(text)
}
