import type { DraftLine } from '@/lib/domain/calculator/draft'
import type { CodeFacts } from '@/lib/features/calculator/schema'

/** A request for the case with other modifiers on one line, and where that line is; null while it is not whole. */
export type LineRequest = { readonly body: unknown; readonly at: number } | null

/** What every part of a line needs. */
export interface LineProps {
  readonly draft: DraftLine
  readonly facts: CodeFacts | undefined
  /** The date that the line has where it names none of its own. */
  readonly caseDate: string
  readonly onChange: (part: Partial<DraftLine>) => void
  readonly requestWith: (modifiers: readonly string[]) => LineRequest
}
