import { cache } from 'react'
import { policyOn, type PolicyVersion } from '../../domain/crediting/policy-on'
import type { CalculatedCase } from '../../domain/crediting/case'
import { POLICY_PRESETS, type Policy } from '../../domain/crediting/policy'
import { POLICY_SAMPLES, type PolicySample } from '../../domain/sample/policy-sample'
import type { CalendarDate } from '../../domain/shared/date'
import { sessionGrant } from '../../server/session'
import type { Comparison, PolicyRow, WorkplacePolicies } from './schema'
import { compareVersions, creditSample, listPolicies } from './service'

/** What a workplace of the session's person credits by; null where it is not theirs. */
export const loadPolicies = cache(async (workplaceId: string): Promise<WorkplacePolicies | null> => {
  const granted = await sessionGrant('profile:read')
  const listed = granted.ok ? await listPolicies(granted.value, workplaceId) : granted
  return listed.ok ? listed.value : null
})

/** The policy that counts at a workplace on a day; what most count by where there is no workplace. */
export async function loadPolicyOn(workplaceId: string | undefined, date: CalendarDate): Promise<Policy> {
  const policies = workplaceId === undefined ? null : await loadPolicies(workplaceId)
  return policies ? policyOn(policies.preset, versionsOf(policies.inUse), date) : POLICY_PRESETS.cms_adjusted
}

const versionsOf = (policy: PolicyRow | null): readonly PolicyVersion[] =>
  policy ? policy.versions.map((version) => ({ ...version, name: policy.name })) : []

type SampleCredit = { readonly sample: PolicySample['id']; readonly credited: CalculatedCase }

/** Each sample case under a policy; those that the installed releases cannot value are left out. */
export async function loadSampleCredits(policy: Policy, date: CalendarDate): Promise<readonly SampleCredit[]> {
  const credited = await Promise.all(POLICY_SAMPLES.map((sample) => creditSample(sample, policy, date)))
  return POLICY_SAMPLES.flatMap(({ id }, at) => {
    const answer = credited[at]
    return answer?.ok ? [{ sample: id, credited: answer.value }] : []
  })
}

/** Two versions of a policy; null where there are no such two. */
export async function loadComparison(id: string, before: number, after: number): Promise<Comparison | null> {
  const granted = await sessionGrant('profile:read')
  const compared = granted.ok ? await compareVersions(granted.value, { id, before, after }) : granted
  return compared.ok ? compared.value : null
}
