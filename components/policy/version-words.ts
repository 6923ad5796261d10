import { POLICY_PRESETS, type PolicyBase } from '@/lib/domain/crediting/policy'
import { policyDifferences, type PolicyDifference } from '@/lib/domain/crediting/policy-diff'
import type { PolicyRow } from '@/lib/features/policies/schema'

/** `Factor of 80: 16% to 0%. Schedule: by date of service to RVU24A.` */
export const changeWords = (differences: readonly PolicyDifference[]): string =>
  differences.length === 0
    ? 'Nothing: it credits as what it follows.'
    : differences.map(({ what, before, after }) => `${what}: ${before} to ${after}.`).join(' ')

/** Each version with what it changed: of the one that counted until then, or of the preset. The newest day first. */
export function versionsWithChange({ versions }: PolicyRow, preset: PolicyBase) {
  return versions
    .map((version, at) => {
      const before = versions[at - 1]?.terms ?? POLICY_PRESETS[preset]
      return { ...version, change: changeWords(policyDifferences(before, version.terms)) }
    })
    .toReversed()
}
