import type { NamedRelease } from '../catalog/schema'

/** A code whose work RVU is another than before. */
export type MovedCode = {
  readonly code: string
  readonly title: string
  readonly url: string
  readonly before: string
  readonly after: string
  /** After less before. */
  readonly difference: string
  /** In percent, one decimal; null from zero. */
  readonly percent: string | null
}

/** A code that one of two releases has and the other has not. */
export type ComingCode = {
  readonly code: string
  readonly title: string
  readonly url: string
  readonly workRvu: string
}

type Factors = { readonly standard: string; readonly qualifyingApm: string | null }

/** What a release changed, against the one held before it. */
export type ReleaseChanges = {
  /** Codes of both releases, and how many of them carry another work RVU. */
  readonly both: number
  readonly raised: number
  readonly lowered: number
  /** Of the lowered: exactly by the efficiency adjustment of 2026 (domain A7). */
  readonly byEfficiency: number
  /** The most work gained and lost, the most first. */
  readonly gained: readonly MovedCode[]
  readonly lost: readonly MovedCode[]
  /** Null where only one of the two is the whole official file: then nobody knows. */
  readonly added: readonly ComingCode[] | null
  readonly ended: readonly ComingCode[] | null
}

export type ReleasePage = {
  readonly release: NamedRelease
  /** The last day it counts; null where it is the newest. */
  readonly effectiveTo: string | null
  readonly isInForce: boolean
  readonly factors: Factors
  readonly rows: number
  readonly fileName: string
  /** The release held before it; null for the first. */
  readonly before: (NamedRelease & { readonly factors: Factors }) | null
  /** Quarterly releases between the two that are not held. */
  readonly unheld: readonly string[]
  /** Null for the first release. */
  readonly changes: ReleaseChanges | null
  /** The one after it, to go on to. */
  readonly next: NamedRelease | null
}

/** One line of the list of releases. */
export type ReleaseLine = NamedRelease & {
  readonly factor: string
  /** Codes with another work RVU than in the release held before; null for the first. */
  readonly moved: number | null
}
