import { draftOf, linesOf, type DraftLine } from '@/lib/domain/calculator/draft'
import type { CalculatorState } from '@/lib/domain/calculator/state'

/** The calculator while it is used: its circumstances, and the lines as they are typed. */
export interface Asked {
  readonly state: CalculatorState
  readonly first: readonly DraftLine[]
  /** Null where no second case is set beside it. */
  readonly second: readonly DraftLine[] | null
}

export type Which = 'first' | 'second'

const draftsOf = (lines: CalculatorState['lines']): readonly DraftLine[] => lines.map((line, at) => draftOf(line, at))

export const askedOf = (state: CalculatorState): Asked => ({
  state,
  first: draftsOf(state.lines),
  second: state.beside?.kind === 'case' ? draftsOf(state.beside.lines) : null,
})

/** What is asked by all that can be read of the lines. */
export function stateOf({ state, first, second }: Asked): CalculatorState {
  const lines = second && linesOf(second)
  const beside = second === null && state.beside?.kind === 'release' ? state.beside : null
  return {
    ...state,
    lines: linesOf(first),
    beside: lines && lines.length > 0 ? { kind: 'case', lines } : beside,
  }
}

export const replaced = (drafts: readonly DraftLine[], key: number, part: Partial<DraftLine>): readonly DraftLine[] =>
  drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft))
