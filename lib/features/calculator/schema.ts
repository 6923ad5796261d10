import type { AddressProblem } from '@/lib/domain/calculator/address'
import type { CalculatorState } from '@/lib/domain/calculator/state'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import type { CodeDetail } from '../catalog/schema'
import type { LocalityItem } from '../schedule/schema'

/** What a code brings to the calculator. */
export type CodeFacts = Pick<CodeDetail, 'title' | 'modifiers' | 'usualPlace'>

/** An answer of `POST /api/v1/calculate`, or the sentence that it refuses with. */
export type Answered =
  { readonly ok: true; readonly answer: CalculatedCase } | { readonly ok: false; readonly message: string }

export type CalculatorLocality = Pick<LocalityItem, 'carrier' | 'locality' | 'name' | 'state'>

/** All that the page of the calculator starts with. */
export type CalculatorPage = {
  readonly state: CalculatorState
  readonly problems: readonly AddressProblem[]
  /** Null where nothing was asked. */
  readonly first: Answered | null
  readonly second: Answered | null
  /** By code; a code that is not known here is not in it. */
  readonly facts: Readonly<Record<string, CodeFacts>>
  /** Newest first. */
  readonly releases: readonly { readonly id: string; readonly effectiveFrom: string }[]
  readonly localities: readonly CalculatorLocality[]
  readonly today: string
}
