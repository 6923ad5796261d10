import type { CalendarDate } from '../shared/date'
import type { AnesthesiaRates } from '../schedule/anesthesia-rate'
import type { Locality } from '../schedule/locality'
import type { Release } from '../schedule/release'
import type { ScheduleRow } from '../schedule/row'
import type { Policy } from './policy'
import type { Settings } from './settings'

export const PRACTITIONERS = ['physician', 'psychologist', 'therapist', 'np', 'pa', 'cns', 'cnm', 'dietitian', 'csw', 'mft', 'mhc', 'crna'] as const // prettier-ignore
export type Practitioner = (typeof PRACTITIONERS)[number]

/** What the person who logs did in the case. */
export const ROLES = ['attending', 'fellow', 'resident', 'assistant', 'student', 'observer'] as const
export type Role = (typeof ROLES)[number]

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
  /** What the person says it is worth, where CMS sets no value. Absent or null: nothing. */
  readonly manual?: ManualValue | null
  /** Of anesthesia under AD: the anesthesiologist was there when it began (domain B5). */
  readonly presentAtInduction?: boolean
}

/** Decimal text of one unit, or a code of the schedule that it is like. What is entered goes before the code. */
export type ManualValue = {
  readonly workRvu?: string | undefined
  readonly allowed?: string | undefined
  readonly comparator?: string | undefined
}

/** All lines are one clinician's work on one patient; lines of one date are one session. */
export type CaseInput = {
  readonly lines: readonly CaseLine[]
  readonly practitioner: Practitioner
  readonly role: Role
  readonly participating: boolean
  readonly qualifyingApm: boolean
  readonly policy: Policy
  /** What is given otherwise than documented. */
  readonly settings?: Partial<Settings>
}

/** A case with every setting. */
export type CaseRules = CaseInput & { readonly settings: Settings }

/** The most units that CMS thinks likely (MUE, practitioner table): on one line, or over all lines of a day. */
export type UnitLimit = {
  readonly units: number
  readonly scope: 'line' | 'day'
  /** The first day of its table, where that is after the day of the line: no earlier table is held. */
  readonly onlyFrom?: CalendarDate
}

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
  /** Base units of an anesthesia code; absent where no table is loaded, null for a code without any (domain B5). */
  readonly baseUnitsOf?: (code: string) => number | null
  /** Dollars of one anesthesia unit in the locality; absent where none was asked for. */
  readonly anesthesiaRates?: AnesthesiaRates
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

/** Anesthesia units; those of time, and of base and time together, are decimal text with one place. */
export type AnesthesiaOfLine = { readonly baseUnits: number; readonly timeUnits: string; readonly units: string }

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
  /** The most that a clinician who does not participate may charge; null for all others (domain B1). */
  readonly limitingCharge: string | null
  readonly workRvu: string | null
  readonly creditedWorkRvu: string | null
  readonly trainingWorkRvu: string | null
  /** Of an anesthesia line whose units are known: the measure of its work, never work RVUs (domain B5). */
  readonly anesthesia: AnesthesiaOfLine | null
  readonly factor: string
  readonly flags: readonly Flag[]
  readonly components: readonly Component[]
  readonly steps: readonly Step[]
}

export type WarningCode = 'NEWER_QUARTER_NOT_INSTALLED' | 'LINES_NOT_PRICED' | 'PAYMENT_NEEDS_RELEASE'
export type Warning = { readonly code: WarningCode; readonly message: string }

/** Sums over the clinician's own lines. Values entered by hand are in `manual` and in no other sum. */
export type CaseTotals = {
  readonly allowed: string
  readonly workRvu: string
  readonly creditedWorkRvu: string
  readonly limitingCharge: string | null
  readonly asaUnits: string
  /** Visits after surgery, 99024: no value, counted as a measure (domain E1). */
  readonly postoperativeVisits: number
  readonly manual: {
    readonly allowed: string
    readonly workRvu: string
    readonly creditedWorkRvu: string
    readonly lines: number
  }
}

export type CalculatedCase = {
  readonly release: string | null
  readonly conversionFactor: string | null
  readonly policy: string
  readonly lines: readonly CalculatedLine[]
  readonly totals: CaseTotals
  readonly warnings: readonly Warning[]
}
