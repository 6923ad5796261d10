import {
  isKnownModifier,
  listedTwice,
  OWN_FACTOR_RULE,
  OWN_FACTOR_SHAPE,
  OWN_MODIFIER_RULE,
} from '@/lib/domain/crediting/own-factor'
import { POLICY_PRESETS, type PolicyBase } from '@/lib/domain/crediting/policy'
import type { PolicyTerms } from '@/lib/domain/crediting/policy-on'

/** A factor as it is typed; the key keeps its field in place while others come and go. */
export type FactorRow = { readonly key: number; readonly modifier: string; readonly factor: string }

/** A version while it is written: text and choices, not yet checked. */
export type Draft = {
  readonly base: PolicyBase
  readonly multipleProcedure: boolean
  readonly endoscopy: boolean
  readonly assistants: boolean
  readonly splitShared: 'biller' | 'half'
  /** `by-date`, or a release. */
  readonly schedule: string
  readonly factors: readonly FactorRow[]
}

export const draftOf = ({ factors, schedule, ...policy }: PolicyTerms): Draft => ({
  base: policy.base,
  multipleProcedure: policy.multipleProcedure,
  endoscopy: policy.endoscopy,
  assistants: policy.assistants,
  splitShared: policy.splitShared,
  schedule: schedule === 'by-date' ? schedule : schedule.release,
  factors: Object.entries(factors)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([modifier, factor], key) => ({ key, modifier, factor })),
})

/** Another base brings its own reductions; what else was chosen stays. */
export const onBase = (draft: Draft, base: PolicyBase): Draft => {
  const { multipleProcedure, endoscopy } = POLICY_PRESETS[base]
  return { ...draft, base, multipleProcedure, endoscopy }
}

/** Rows where anything is typed: empty ones are no factors. */
export const typedFactors = ({ factors }: Draft): readonly FactorRow[] =>
  factors.filter(({ modifier, factor }) => modifier.trim() !== '' || factor.trim() !== '')

/** As a version is saved. */
export const asVersion = (draft: Draft) => ({
  ...draft,
  factors: typedFactors(draft).map(({ modifier, factor }) => ({ modifier, factor })),
})

/** A row as it counts, whatever it was typed like. */
const readRow = ({ modifier, factor }: FactorRow): Omit<FactorRow, 'key'> => ({
  modifier: modifier.trim().toUpperCase(),
  factor: factor.trim().replace(/^\./, '0.').replace(/\.$/, ''),
})

const isFinished = ({ modifier, factor }: Omit<FactorRow, 'key'>): boolean => modifier.length === 2 && factor !== ''

/** As `POST /api/v1/calculate` takes a policy; a row that is not finished waits. */
export const asPolicyObject = (draft: Draft) => ({ ...draft, factors: factorsOf(typedFactors(draft).map(readRow)) })

const factorsOf = (rows: readonly Omit<FactorRow, 'key'>[]): Readonly<Record<string, string>> =>
  Object.fromEntries(rows.filter(isFinished).map(({ modifier, factor }) => [modifier, factor]))

type RowFault = { readonly field: 'modifier' | 'factor'; readonly message: string }

/** What is wrong with a row among those before it; null where nothing is, or while it is still typed. */
function rowFault(row: Omit<FactorRow, 'key'>, before: readonly Omit<FactorRow, 'key'>[]): RowFault | null {
  if (row.modifier.length === 2 && !isKnownModifier(row.modifier))
    return { field: 'modifier', message: OWN_MODIFIER_RULE }
  if (isFinished(row) && before.some(({ modifier }) => modifier === row.modifier)) {
    return { field: 'modifier', message: listedTwice(row.modifier) }
  }
  if (row.factor !== '' && !OWN_FACTOR_SHAPE.test(row.factor)) return { field: 'factor', message: OWN_FACTOR_RULE }
  return null
}

/** What a draft says as far as it can be taken, and by its path what keeps a row from it. */
export function readDraft(draft: Draft): {
  readonly terms: PolicyTerms
  readonly faults: Readonly<Record<string, string>>
} {
  const rows = typedFactors(draft).map(readRow)
  const faults = rows.map((row, at) => rowFault(row, rows.slice(0, at)))
  const { schedule } = draft
  return {
    terms: {
      ...draft,
      schedule: schedule === 'by-date' ? schedule : { release: schedule },
      factors: factorsOf(rows.filter((_, at) => faults[at] === null)),
    },
    faults: Object.fromEntries(
      faults.flatMap((fault, at) => (fault ? [[`factors.${at}.${fault.field}`, fault.message]] : [])),
    ),
  }
}
