import { z } from 'zod'
import type { CodePage } from '../code-pages/schema'

export const MOST_COMPARED = 6

/** `codes` of the address: up to six codes, with commas or spaces between. */
export const ComparisonQuery = z.string().max(200).default('')

export type Comparison = {
  /** In the order asked. */
  readonly pages: readonly CodePage[]
  /** What was asked and is no code here. */
  readonly unknown: readonly string[]
  /** More were asked than can stand side by side; these were left out. */
  readonly leftOut: readonly string[]
}
