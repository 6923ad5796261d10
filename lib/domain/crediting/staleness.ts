import type { CalendarDate } from '../shared/date'
import { POLICY_BASES } from './policy'

/** Saved cases of one day and workplace that went by the same release and policy. */
export type SavedUnder = {
  readonly date: CalendarDate
  readonly workplaceId: string
  readonly policy: string
  /** Of the release, as it is stored. */
  readonly version: number | null
  readonly cases: number
  /** The policy that their owner was shown for them in the last comparison, and left them as they are; else null. */
  readonly leftUnder: string | null
}

/** What a day takes now. */
export type InForce<Release> = {
  readonly releaseOn: (date: CalendarDate) => Release | null
  /** The policy's label; null where the workplace is no longer in use. */
  readonly policyOn: (workplaceId: string, date: CalendarDate) => string | null
  /** When the last comparison began; null where there was none. */
  readonly comparedAt: Date | null
}

type Stored = { readonly id: string; readonly versionId: number; readonly installedAt: Date }

/** Cases that would go by another release or policy today, and by which. */
export type Staleness = {
  readonly cases: number
  readonly releases: readonly string[]
  readonly policies: readonly string[]
  /** Others, which their owner left as they are, or which cannot be valued: nothing is new for them since. */
  readonly left: number
}

/** Which saved cases stand under something else than their day takes now (domain A5, C1). Nothing of them moves. */
export function stalenessOf<Release extends Stored>(
  saved: readonly SavedUnder[],
  { releaseOn, policyOn, comparedAt }: InForce<Release>,
): Staleness {
  const found = { cases: 0, left: 0, releases: new Set<string>(), policies: new Set<string>() }
  for (const group of saved) {
    const release = lateRelease(group, releaseOn(group.date))
    const policy = otherPolicy(group.policy, policyOn(group.workplaceId, group.date))
    if (release === null && policy === null) continue
    if (isAnswered(group, release, policy, comparedAt)) {
      found.left += group.cases
      continue
    }
    found.cases += group.cases
    if (release) found.releases.add(release.id)
    if (policy !== null) found.policies.add(policy)
  }
  return { ...found, releases: [...found.releases].sort(), policies: [...found.policies].sort() }
}

const lateRelease = <Release extends Stored>({ version }: SavedUnder, release: Release | null): Release | null =>
  release === null || release.versionId === version ? null : release

/** A preset has no days: what was saved under one stays so while a preset counts. */
function otherPolicy(saved: string, now: string | null): string | null {
  const presets: readonly string[] = POLICY_BASES
  if (now === null || now === saved) return null
  return presets.includes(now) && presets.includes(saved) ? null : now
}

/** Their owner saw all of this in the last comparison. */
function isAnswered(
  { leftUnder }: SavedUnder,
  release: Stored | null,
  policy: string | null,
  comparedAt: Date | null,
): boolean {
  if (leftUnder === null || comparedAt === null) return false
  return (release === null || release.installedAt <= comparedAt) && (policy === null || policy === leftUnder)
}
