import type { DraftLine } from '@/lib/domain/calculator/draft'
import type { TimeCount } from '@/lib/domain/calculator/timed'
import type { CalculatedLine } from '@/lib/domain/crediting/case'
import type { TimeRule } from '@/lib/domain/crediting/time'
import type { CodeFacts } from '@/lib/features/calculator/schema'

/** A request for the case with other modifiers on one line, and where that line is; null while it is not whole. */
export type LineRequest = { readonly body: unknown; readonly at: number } | null

/** What minutes make of units, the rules that the lines follow already, and how to follow one. */
export interface Timing {
  readonly count: TimeCount
  readonly followed: readonly TimeRule[]
  readonly onFollow: (rule: TimeRule) => void
}

/** What every part of a line needs. */
export interface LineProps {
  readonly draft: DraftLine
  readonly facts: CodeFacts | undefined
  /** As it was answered last; absent while no answer is of this line. */
  readonly answered: CalculatedLine | undefined
  readonly timing: Timing | null
  /** The date that the line has where it names none of its own. */
  readonly caseDate: string
  readonly onChange: (part: Partial<DraftLine>) => void
  readonly requestWith: (modifiers: readonly string[]) => LineRequest
}
