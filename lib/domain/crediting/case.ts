import type { CalendarDate } from '../shared/date'
import type { Locality } from '../schedule/locality'
import type { Release } from '../schedule/release'
import type { ScheduleRow } from '../schedule/row'
import type { Policy } from './policy'

export type Practitioner =
  | 'physician' | 'psychologist' | 'therapist' | 'np' | 'pa' | 'cns' | 'cnm' | 'dietitian' | 'csw' | 'mft' | 'mhc' | 'crna' // prettier-ignore

/** What the person who logs did in the case. */
export type Role = 'attending' | 'fellow' | 'resident' | 'assistant' | 'student' | 'observer'

export type CaseLine = {
  readonly id: string
  readonly code: string
  readonly modifiers: readonly string[]
  readonly units: number
  readonly placeOfService: string
  readonly dateOfService: CalendarDate
  readonly minutes: number | null
  readonly postoperativeDays: number | null
  readonly provider: 'self' | 'other'
}

/** All lines are one clinician's work on one patient; lines of one date are one session. */
export type CaseInput = {
  readonly lines: readonly CaseLine[]
  readonly practitioner: Practitioner
  readonly role: Role
  readonly participating: boolean
  readonly qualifyingApm: boolean
  readonly policy: Policy
}

/** The most units that CMS thinks likely (MUE, practitioner table): on one line, or over all lines of a day. */
export type UnitLimit = { readonly units: number; readonly scope: 'line' | 'day' }

/** What is known of the schedule for one line: the release of its day, the rows of its code and of bases it needs. */
export type ScheduleView = {
  readonly release: Release
  /** Null: national (all indices 1). */
  readonly locality: Locality | null
  /** The rows of a code in this release, by modifier; empty when the release has none. */
  readonly rowsOf: (code: string) => readonly ScheduleRow[]
  /** True when the code exists in any installed release. */
  readonly isKnown: (code: string) => boolean
  /** True when `chooseRelease` had to use this release past its quarter (domain A5); absent where it was named. */
  readonly newerQuarterMissing?: boolean
  /** Absent where no table of unit limits is loaded; null for a code without one. */
  readonly unitLimitOf?: (code: string) => UnitLimit | null
}

export type Flag =
  | 'OPPS_CAPPED' | 'BY_REPORT' | 'BY_REPORT_INCREASE_POSSIBLE' | 'CONTRACTOR_PRICED' | 'RVU_NOT_USED_FOR_MEDICARE'
  | 'NOT_PAYABLE' | 'NEEDS_DOCUMENTATION' | 'BUNDLED_SAME_DAY' | 'MODIFIER_NOT_VALID_FOR_CODE' | 'MODIFIERS_CONFLICT'
  | 'MODIFIER_UNKNOWN' | 'IN_GLOBAL' | 'GLOBAL_NEEDS_57' | 'UNITS_ABOVE_MUE' | 'ADD_ON_WITHOUT_PRIMARY'
  | 'RARELY_NON_FACILITY' | 'CODE_UNKNOWN' | 'CODE_NOT_IN_RELEASE' | 'MANUAL_VALUE' // prettier-ignore

export type Measure = 'payment' | 'credit'

/** One step of the arithmetic, in the order done. `before` x `factor` = `after`, or the rule says why not. Null: no amount. */
export type Step = {
  readonly measure: Measure
  readonly rule: string
  readonly factor: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string
  readonly citation: string
}

/** A part that the rules treat apart: professional or technical, or one unit of several. */
export type Component =
  | { readonly component: '26' | 'TC'; readonly fee: string; readonly factor: string; readonly allowed: string | null }
  | { readonly unit: number; readonly rule: string; readonly allowed: string | null }

/** The answer for one line, as `POST /api/v1/calculate` returns it. Amounts are decimal text. */
export type CalculatedLine = {
  readonly id: string
  readonly code: string
  readonly modifiers: readonly string[]
  readonly units: number
  readonly row: { readonly code: string; readonly modifier: string | null } | null
  readonly valid: boolean
  readonly payable: boolean
  readonly setting: 'facility' | 'nonfacility'
  readonly status: string | null
  readonly release: string | null
  readonly conversionFactor: string | null
  readonly rvu: {
    readonly work: string
    readonly practiceExpense: string | null
    readonly malpractice: string | null
    readonly total: string | null
  } | null
  readonly feeSchedule: string | null
  readonly allowed: string | null
  readonly workRvu: string | null
  readonly creditedWorkRvu: string | null
  readonly trainingWorkRvu: string | null
  readonly factor: string
  readonly flags: readonly Flag[]
  readonly components: readonly Component[]
  readonly steps: readonly Step[]
}

export type WarningCode = 'NEWER_QUARTER_NOT_INSTALLED' | 'LINES_NOT_PRICED' | 'PAYMENT_NEEDS_RELEASE'
export type Warning = { readonly code: WarningCode; readonly message: string }

export type CalculatedCase = {
  readonly release: string | null
  readonly conversionFactor: string | null
  readonly policy: string
  readonly lines: readonly CalculatedLine[]
  readonly totals: { readonly allowed: string; readonly workRvu: string; readonly creditedWorkRvu: string }
  readonly warnings: readonly Warning[]
}
