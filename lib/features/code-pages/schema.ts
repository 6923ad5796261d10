import type { CalculatedLine } from '../../domain/crediting/case'
import type { PaymentRule } from '../../domain/catalog/payment-rules'
import type { WorkRank } from '../../domain/catalog/rank'
import type { CodeDetail } from '../catalog/schema'

/** A release as a page names it. */
export type ReleaseFacts = {
  readonly id: string
  readonly effectiveFrom: string
  readonly official: boolean
  readonly standard: string
  readonly qualifyingApm: string | null
}

/** What a rule does to this code: the engine's answer for one line with the modifier, national, standard factor. */
export type RuleEffect = {
  readonly modifier: string
  readonly allowed: string | null
  readonly credited: string | null
}

/** One release of the history: `payment` is the national facility amount, null where it is not held. */
export type HistoryPoint = {
  readonly release: string
  readonly effectiveFrom: string
  readonly workRvu: string
  readonly payment: string | null
}

/** The codes that a code is compared with. */
export type Peers = WorkRank & {
  readonly name: string
  /** False where only the built-in catalog is held: then they are the codes held, not the whole group. */
  readonly whole: boolean
  readonly lowest: { readonly code: string; readonly workRvu: string }
  readonly highest: { readonly code: string; readonly workRvu: string }
  /** Work RVUs of all of them, ascending. */
  readonly values: readonly string[]
}

export type RelatedCode = {
  readonly code: string
  readonly title: string
  readonly url: string
  readonly reason: string | null
  readonly workRvu: string | null
  /** Its work RVU less that of the page's code; null where either has none. */
  readonly difference: string | null
}

/** What one locality pays for one unit, in the setting where it is usual. */
export type LocalPayment = { readonly name: string; readonly state: string; readonly payment: string }

export type LocalPayments = {
  /** How many localities. */
  readonly of: number
  readonly least: LocalPayment
  readonly middle: LocalPayment
  readonly most: LocalPayment
}

/** The shares of a 10- or 90-day package. */
export type PackageSplit = readonly {
  readonly part: 'before' | 'operation' | 'after'
  readonly percent: string
  readonly workRvu: string
}[]

export type CodePage = {
  readonly detail: CodeDetail
  readonly url: string
  readonly section: { readonly slug: string; readonly name: string } | null
  readonly release: ReleaseFacts | null
  readonly statusMeaning: string | null
  /** Why it has no work RVU; null where it has one. */
  readonly whyNoWork: string | null
  /** Whether Medicare has a national amount for it. */
  readonly standing: 'priced' | 'by-contractor' | 'not-priced' | 'zero' | null
  /** What counts for credit: null where CMS sets no value. */
  readonly workRvu: string | null
  readonly notUsedForPayment: boolean
  readonly rarely: 'non-facility' | 'facility' | null
  readonly rules: readonly PaymentRule[]
  readonly effects: readonly RuleEffect[]
  readonly split: PackageSplit | null
  /** Null where there is no national amount, or no localities are held. */
  readonly local: LocalPayments | null
  readonly history: readonly HistoryPoint[]
  readonly peers: Peers | null
  readonly related: readonly RelatedCode[]
  /** The setting that is usual for it: a place of service. */
  readonly place: string
  /** One line of it, without modifiers: what the calculator shows before anyone touches it. */
  readonly plain: CalculatedLine | null
}
