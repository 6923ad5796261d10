import type { Plan } from '../domain/calculator/plan'
import { POLICY_PRESETS, type PolicyBase } from '../domain/crediting/policy'
import { policyDifferences } from '../domain/crediting/policy-diff'
import type { PolicyTerms } from '../domain/crediting/policy-on'

/** `CMS adjusted`; any other policy is answered and stored by its name. */
export const policyName = (policy: string): string => POLICY_PRESETS[policy as PolicyBase]?.name ?? policy

/** What each base does, in a sentence. */
export const BASE_WORDS: Readonly<Record<PolicyBase, string>> = {
  cms_adjusted: 'The factors of CMS, with second procedures and endoscopy families reduced.',
  partial: 'The factors of CMS for modifiers; every procedure in full.',
  unadjusted: 'Work RVU times units, whatever the modifiers; only TC counts nothing.',
}

/** `CMS adjusted, except schedule: RVU24A; factor of 80: 0%`; null where it credits as its base does. */
function deviationWords(terms: PolicyTerms): string | null {
  const base = POLICY_PRESETS[terms.base]
  const own = policyDifferences(base, terms).map(({ what, after }) => `${lower(what)}: ${after}`)
  return own.length === 0 ? null : `${base.name}, except ${own.join('; ')}`
}

const lower = (what: string): string => what.charAt(0).toLowerCase() + what.slice(1)

/** `As CMS adjusted, except schedule: RVU24A; factor of 80: 0%.` */
export function termsWords(terms: PolicyTerms): string {
  const deviations = deviationWords(terms)
  return deviations === null ? BASE_WORDS[terms.base] : `As ${deviations}.`
}

/** `Custom, as CMS adjusted, except factor of 80: 20%`: what an answer was credited under, with all that is of one's own. */
export function planWords(policy: string, plan: Plan): string {
  const name = policyName(policy)
  // A preset is answered by its key: the plan is then no longer, or not yet, what was asked.
  if (typeof plan === 'string' || policy in POLICY_PRESETS) return name
  return `${name}, as ${deviationWords(plan) ?? POLICY_PRESETS[plan.base].name}`
}
