import type { CalendarDate } from '../shared/date'
import { POLICY_PRESETS, type Policy, type PolicyBase } from './policy'

/** What a version says; its name and its number are the policy's. */
export type PolicyTerms = Omit<Policy, 'name'>

/** One version of a policy, in force from a day on. A version never changes: a correction is another one. */
export type PolicyVersion = {
  readonly name: string
  /** 1 for the first that was written; the day it counts from may be earlier than that of another. */
  readonly version: number
  readonly from: CalendarDate
  readonly terms: PolicyTerms
}

/**
 * The version in force on a day: the latest one that began by then; of two from the same day the one written later,
 * which corrects the other. Null before the first.
 */
export function versionOn<Version extends Pick<PolicyVersion, 'from' | 'version'>>(
  versions: readonly Version[],
  date: CalendarDate,
): Version | null {
  let latest: Version | null = null
  for (const version of versions) {
    if (version.from <= date && (latest === null || supersedes(version, latest))) latest = version
  }
  return latest
}

const supersedes = (a: Pick<PolicyVersion, 'from' | 'version'>, b: Pick<PolicyVersion, 'from' | 'version'>): boolean =>
  a.from === b.from ? a.version > b.version : a.from > b.from

/** `Main contract, version 2`: how a case tells what it was credited under. */
export const versionLabel = ({ name, version }: Pick<PolicyVersion, 'name' | 'version'>): string =>
  `${name}, version ${String(version)}`

/** A version as the engine takes it. What it does not say, since it was written before that could be said, its base does. */
export const policyOf = (version: PolicyVersion): Policy => ({
  ...POLICY_PRESETS[version.terms.base],
  ...version.terms,
  name: versionLabel(version),
})

/** The policy of a date of service (domain C1): the version in force then; before the first, the workplace's preset. */
export function policyOn(preset: PolicyBase, versions: readonly PolicyVersion[], date: CalendarDate): Policy {
  const version = versionOn(versions, date)
  return version ? policyOf(version) : POLICY_PRESETS[preset]
}
