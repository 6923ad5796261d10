import { POLICY_PRESETS, type Policy, type PolicyBase } from '@/lib/domain/crediting/policy'

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

export const draftOf = ({ factors, schedule, ...policy }: Policy): Draft => ({
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

/** As `POST /api/v1/calculate` takes a policy; a row that is not finished waits. */
export const asPolicyObject = (draft: Draft) => ({
  ...draft,
  factors: Object.fromEntries(
    typedFactors(draft).flatMap(({ modifier, factor }) => {
      const named = modifier.trim().toUpperCase()
      const amount = factor.trim().replace(/^\./, '0.').replace(/\.$/, '')
      return named.length === 2 && amount !== '' ? [[named, amount]] : []
    }),
  ),
})
