import { z } from 'zod'

const amount = z.string().regex(/^\d+\.\d{2}$/)

/** The indicators of one row, all that credit needs. Facts of earlier releases give only what differs. */
const Indicators = z.strictObject({
  status: z.string().length(1),
  notUsedForPayment: z.boolean(),
  work: amount,
  rarelyNonFacility: z.boolean(),
  rarelyFacility: z.boolean(),
  pcTc: z.string(),
  globalPeriod: z.string(),
  preOp: amount,
  intraOp: amount,
  postOp: amount,
  multipleProcedure: z.string(),
  bilateral: z.string(),
  assistant: z.string(),
  coSurgeon: z.string(),
  team: z.string(),
  endoscopyBase: z.string(),
  supervision: z.string(),
  imagingFamily: z.string(),
})

const Payment = z.strictObject({
  nonFacilityPe: amount,
  facilityPe: amount,
  malpractice: amount,
  oppsNonFacilityPe: amount,
  oppsFacilityPe: amount,
  oppsMalpractice: amount,
})

const modifier = z.enum(['', '26', 'TC', '53'])

/** A row of the newest release, whole. */
export const FactRow = z.strictObject({ modifier, ...Indicators.shape, payment: Payment })
/** A row of earlier releases: what differs from the newest row of the same modifier; whole where there is none. */
export const EarlierRow = z.strictObject({ modifier, ...Indicators.partial().shape })

/** What the releases say of one code, written by `npm run catalog:facts`. */
export const CodeFacts = z.strictObject({
  code: z.string().length(5),
  /** Rows of the newest release; empty where it no longer has the code. */
  rows: z.array(FactRow),
  /** Runs of earlier releases that say the same. */
  earlier: z.array(z.strictObject({ releases: z.array(z.string()).min(1), rows: z.array(EarlierRow).min(1) })),
})
/** A file of `content/codes/*.facts.json`. */
export const CodeFactsFile = z.array(CodeFacts)
export type CodeFacts = z.infer<typeof CodeFacts>
export type FactRow = z.infer<typeof FactRow>
export type EarlierRow = z.infer<typeof EarlierRow>

const fourPlaces = z.string().regex(/^\d+\.\d{4}$/)
const index = z.string().regex(/^\d\.\d{3}$/)

/** `content/schedule/releases.json`: every release that the facts speak of, newest last. */
export const RecordedRelease = z.strictObject({
  id: z.string(),
  effectiveFrom: z.iso.date(),
  standard: fourPlaces,
  qualifyingApm: fourPlaces.nullable(),
  /** SHA-256 of the file the facts were read from. */
  sha256: z.string().length(64),
  fileName: z.string(),
})
export type RecordedRelease = z.infer<typeof RecordedRelease>
export const RecordedReleases = z.array(RecordedRelease).min(1)

export const RecordedLocality = z.strictObject({
  carrier: z.string().length(5),
  locality: z.string().length(2),
  name: z.string(),
  state: z.string().length(2),
  work: index,
  practiceExpense: index,
  malpractice: index,
})
export type RecordedLocality = z.infer<typeof RecordedLocality>

export const RecordedAnesthesiaFactor = z.strictObject({
  carrier: z.string().length(5),
  locality: z.string().length(2),
  factor: fourPlaces,
})
export type RecordedAnesthesiaFactor = z.infer<typeof RecordedAnesthesiaFactor>

/** `content/schedule/localities.json`: the indices of one release. */
export const RecordedLocalities = z.strictObject({ release: z.string(), localities: z.array(RecordedLocality).min(1) })
/** `content/schedule/anesthesia.json`: the factors of one release, which may be an older one than the newest. */
export const RecordedAnesthesia = z.strictObject({
  release: z.string(),
  factors: z.array(RecordedAnesthesiaFactor).min(1),
})

/** All that the built-in catalog knows of the schedule. */
export type RecordedSchedule = {
  /** Oldest first. */
  readonly releases: readonly RecordedRelease[]
  readonly facts: readonly CodeFacts[]
  readonly localities: z.infer<typeof RecordedLocalities>
  readonly anesthesia: z.infer<typeof RecordedAnesthesia>
}

/** What the address of a release list answers with (api.md). */
export type ReleaseItem = {
  readonly id: string
  readonly effectiveFrom: string
  readonly effectiveTo: string | null
  readonly conversionFactors: { readonly standard: string; readonly qualifyingApm: string | null }
  readonly rows: number
  readonly source: 'built-in' | 'official'
  readonly sha256: string
}
