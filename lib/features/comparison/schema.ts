import type { CodePage } from '../code-pages/schema'

export const MOST_COMPARED = 6

export type Comparison = {
  /** In the order asked. */
  readonly pages: readonly CodePage[]
  /** What was asked and is no code here. */
  readonly unknown: readonly string[]
  /** More were asked than can stand side by side; these were left out. */
  readonly leftOut: readonly string[]
}
