import type { GeographicIndex } from '../shared/exact'

/** A Medicare payment locality: carrier of five digits and locality of two. Both together are the key (domain B4). */
export type LocalityKey = { readonly carrier: string; readonly locality: string }

export type Gpci = {
  readonly work: GeographicIndex
  readonly practiceExpense: GeographicIndex
  readonly malpractice: GeographicIndex
}

export type Locality = LocalityKey & {
  readonly name: string
  /** Two-letter state or territory. */
  readonly state: string
  readonly gpci: Gpci
}
