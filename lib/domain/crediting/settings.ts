import type { Setting } from '../schedule/place-of-service'

/**
 * The rules of the domain that no source settles, or that rest on memory: each has the documented default and may be
 * given otherwise with a case. The engine reads them from here and nowhere else. What a policy decides (which work
 * counts, which factor a modifier has) is in policy.ts; the order of operations and what contradicts what are fixed.
 */
export type Settings = {
  /** Share of the fee of clinical social workers, family therapists and mental health counselors (domain B1). */
  readonly counselorShare: string
  /** Practice expense in places 05 to 08, where the contractor decides (domain B2). */
  readonly tribalPlaces: Setting
  /** Practice expense in 18, 66 and places that are in no list (domain B2). */
  readonly unlistedPlaces: Setting
  /** What statuses of old releases (D, F, G, H, Q) are worth (domain A2). */
  readonly retiredStatus: 'zero' | 'no-amount'
  /** The global period of a code whose period the contractor decides, YYY (domain A4). */
  readonly contractorPeriod: 'none' | '000' | '010' | '090'
  /** RT and LT of a code with bilateral indicator 0, one of them with 59 or an X modifier (domain C2). */
  readonly distinctSides: 'apart' | 'pair'
  /** 50 together with LT or RT on one line (domain C4). */
  readonly sideWith50: 'both-sides' | 'conflict'
  /** A modifier that a line names twice (domain C4). */
  readonly repeatedModifier: 'once' | 'conflict'
  /** 78 on a code without a package to divide (domain C4). */
  readonly returnWithoutPackage: 'full' | 'by-report'
  /** Whether a return to the operating room, 78, takes a rank among the procedures of its day (domain C4). */
  readonly returnRank: 'none' | 'as-others'
  /** What a family subtracts from a member with 50: the base on both sides, or once (domain D3). */
  readonly endoscopyBase: 'own-sides' | 'one-side'
  /** Professional parts of imaging that are not the highest, since 2017, and from 2012 to 2016 (domain D4). */
  readonly imagingProfessional: string
  readonly imagingProfessionalBefore2017: string
  /** Whether limits of a day add up the lines of the day (domain E4). */
  readonly unitLimits: 'by-day' | 'by-line'
  /** The first minute of the first unit of timed therapy (domain E4). */
  readonly therapyFirstMinute: number
}

export const DEFAULT_SETTINGS: Settings = {
  counselorShare: '0.75',
  tribalPlaces: 'nonfacility',
  unlistedPlaces: 'nonfacility',
  retiredStatus: 'zero',
  contractorPeriod: 'none',
  distinctSides: 'apart',
  sideWith50: 'both-sides',
  repeatedModifier: 'once',
  returnWithoutPackage: 'full',
  returnRank: 'none',
  endoscopyBase: 'own-sides',
  imagingProfessional: '0.95',
  imagingProfessionalBefore2017: '0.75',
  unitLimits: 'by-day',
  therapyFirstMinute: 8,
}

export const settingsWith = (given: Partial<Settings> | undefined): Settings =>
  given === undefined ? DEFAULT_SETTINGS : { ...DEFAULT_SETTINGS, ...given }
