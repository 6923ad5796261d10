import { calculatorUrl } from '@/lib/domain/calculator/address'
import { planOf } from '@/lib/domain/calculator/plan'
import { EMPTY_CALCULATOR } from '@/lib/domain/calculator/state'
import { POLICY_PRESETS, type PolicyBase } from '@/lib/domain/crediting/policy'
import { policyDifferences, type PolicyDifference } from '@/lib/domain/crediting/policy-diff'
import { policyOf, type PolicyTerms } from '@/lib/domain/crediting/policy-on'
import type { PolicyRow } from '@/lib/features/policies/schema'

/** `Factor of 80: 16% to 0%. Schedule: by date of service to RVU24A.` */
export const changeWords = (differences: readonly PolicyDifference[]): string =>
  differences.length === 0
    ? 'Nothing: it credits as what it follows.'
    : differences.map(({ what, before, after }) => `${what}: ${before} to ${after}.`).join(' ')

/** The calculator with this policy in its address, for any case; the address names neither contract nor workplace. */
export const tryPath = (terms: PolicyTerms): string => calculatorUrl({ ...EMPTY_CALCULATOR, policy: planOf(terms) })

/** Each version with what it changed and where to try it: of the one that counted until then, or of the preset. The newest day first. */
export function versionsWithChange({ name, versions }: PolicyRow, preset: PolicyBase) {
  return versions
    .map((version, at) => {
      const before = versions[at - 1]?.terms ?? POLICY_PRESETS[preset]
      const change = changeWords(policyDifferences(before, version.terms))
      return { ...version, change, href: tryPath(policyOf({ ...version, name })) }
    })
    .toReversed()
}
