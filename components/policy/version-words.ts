import { POLICY_PRESETS, type PolicyBase } from '@/lib/domain/crediting/policy'
import { policyDifferences, type PolicyDifference } from '@/lib/domain/crediting/policy-diff'
import type { PolicyTerms } from '@/lib/domain/crediting/policy-on'
import type { PolicyRow } from '@/lib/features/policies/schema'

/** `Factor of 80: 16% to 0%. Schedule: by date of service to RVU24A.` */
export const changeWords = (differences: readonly PolicyDifference[]): string =>
  differences.length === 0
    ? 'Nothing: it credits as what it follows.'
    : differences.map(({ what, before, after }) => `${what}: ${before} to ${after}.`).join(' ')

/** What each base does, in a sentence. */
export const BASE_WORDS: Readonly<Record<PolicyBase, string>> = {
  cms_adjusted: 'The factors of CMS, with second procedures and endoscopy families reduced.',
  partial: 'The factors of CMS for modifiers; every procedure in full.',
  unadjusted: 'Work RVU times units, whatever the modifiers; only TC counts nothing.',
}

/** `As CMS adjusted, except schedule: RVU24A; factor of 80: 0%.` */
export function termsWords(terms: PolicyTerms): string {
  const base = POLICY_PRESETS[terms.base]
  const own = policyDifferences(base, terms).map(({ what, after }) => `${lower(what)}: ${after}`)
  return own.length === 0 ? BASE_WORDS[terms.base] : `As ${base.name}, except ${own.join('; ')}.`
}

const lower = (what: string): string => what.charAt(0).toLowerCase() + what.slice(1)

/** Each version with what it changed: of the one that counted until then, or of the preset. The newest day first. */
export function versionsWithChange({ versions }: PolicyRow, preset: PolicyBase) {
  return versions
    .map((version, at) => {
      const before = versions[at - 1]?.terms ?? POLICY_PRESETS[preset]
      return { ...version, change: changeWords(policyDifferences(before, version.terms)) }
    })
    .toReversed()
}
