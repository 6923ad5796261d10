import { z } from 'zod'

/** The kind of its jobs. */
export const REPRICE = 'reprice'

const Id = z.uuid()

export const RepriceOrder = z.strictObject({
  repricing: Id,
  owner: Id,
  step: z.enum(['compare', 'apply', 'take-back']),
})
export type RepriceOrder = z.output<typeof RepriceOrder>

export const RepricingById = z.strictObject({ id: Id })
export type RepricingById = z.output<typeof RepricingById>

export const NoInput = z.strictObject({})

export type RepricingState = 'comparing' | 'offered' | 'declined' | 'applying' | 'done' | 'taking-back' | 'taken-back'

/** Sums over the cases that would change, or did; decimal text. */
export type RepricingTotals = {
  readonly workRvu: string
  readonly creditedWorkRvu: string
  readonly trainingWorkRvu: string
  readonly allowed: string
  /** Work of the lines with values entered by hand, credited or in training; in none of the others. */
  readonly manual: string
}

export type Repricing = {
  readonly id: string
  readonly state: RepricingState
  /** What was under way failed; it goes on where its owner says so. */
  readonly stopped: boolean
  /** Cases looked at so far. */
  readonly seen: number
  /** Of them, those that cannot be valued today. They stay as they are. */
  readonly refused: number
  /** Cases that would change, or did. */
  readonly cases: number
  /** Of them, those with another amount; the others change only the release or the policy they go by. */
  readonly moved: number
  /** Of them, those done. */
  readonly applied: number
  /** Of them, those left alone because they were changed or deleted meanwhile. */
  readonly skipped: number
  readonly before: RepricingTotals
  readonly after: RepricingTotals
  /** ISO instants. */
  readonly startedAt: string
  readonly finishedAt: string | null
}

/** One case of it. */
export type RepricedCase = {
  readonly id: string
  readonly dateOfService: string
  readonly codes: readonly string[]
  readonly releases: { readonly before: readonly string[]; readonly after: readonly string[] }
  readonly policy: { readonly before: string; readonly after: string }
  readonly creditedWorkRvu: { readonly before: string; readonly after: string }
  readonly manual: { readonly before: string; readonly after: string }
}
