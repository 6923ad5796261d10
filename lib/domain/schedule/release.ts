import type { CalendarDate } from '../shared/date'
import type { ConversionFactor } from '../shared/exact'

/** `built-in`: work RVUs and indicators of the authored codes only (payment too in the newest); `official`: the whole file. */
export type ReleaseSource = 'built-in' | 'official'

/** One installed version of one quarterly relative value file. */
export type Release = {
  /** `RVU26C`, `RVU24AR`. */
  readonly id: string
  /** Counts re-cuts of the same release, from 1. */
  readonly version: number
  readonly effectiveFrom: CalendarDate
  readonly source: ReleaseSource
  /** True where practice expense, malpractice and GPCIs are held, so that dollars can be computed. */
  readonly priced: boolean
  readonly conversionFactors: {
    readonly standard: ConversionFactor
    /** Null before 2026, when there was one factor. */
    readonly qualifyingApm: ConversionFactor | null
  }
}
