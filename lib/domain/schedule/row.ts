import type { Rvu, Share } from '../shared/exact'

/** The modifier of a row of the relative value file: the code's own row, or one of the three parts CMS prices apart. */
export type RowModifier = '' | '26' | 'TC' | '53'

/** Status codes of the relative value file (domain A2; RVU25D.pdf). */
export type StatusCode =
  | 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'M' | 'N' | 'P' | 'Q' | 'R' | 'T' | 'X' // prettier-ignore

export type GlobalPeriod = '000' | '010' | '090' | 'MMM' | 'XXX' | 'YYY' | 'ZZZ'

/** The columns that only payment needs. A release known from the built-in catalog alone has work but not these. */
export type PaymentRvus = {
  readonly nonFacilityPe: Rvu
  readonly facilityPe: Rvu
  readonly malpractice: Rvu
  /** Alternative practice expense and malpractice for the outpatient cap on imaging (domain B3); zero where none. */
  readonly oppsNonFacilityPe: Rvu
  readonly oppsFacilityPe: Rvu
  readonly oppsMalpractice: Rvu
}

/** One row of a release: one code with one modifier. Indicators are those of the file, as text (domain A1). */
export type ScheduleRow = {
  readonly code: string
  readonly modifier: RowModifier
  readonly status: StatusCode
  /** True where CMS lists RVUs that it does not pay on (the '+' of column 5). */
  readonly notUsedForPayment: boolean
  readonly work: Rvu
  /** Null where the release is known from the built-in catalog only. */
  readonly payment: PaymentRvus | null
  /** 'NA' columns: rarely or never done in that setting. The value is still filled. */
  readonly rarelyNonFacility: boolean
  readonly rarelyFacility: boolean
  readonly pcTc: string
  readonly globalPeriod: GlobalPeriod
  readonly preOp: Share
  readonly intraOp: Share
  readonly postOp: Share
  readonly multipleProcedure: string
  readonly bilateral: string
  readonly assistant: string
  readonly coSurgeon: string
  readonly team: string
  /** Base code of the endoscopy family, '' where none. */
  readonly endoscopyBase: string
  readonly supervision: string
  readonly imagingFamily: string
}
