import type { CalculatedLine } from './case'

/** What a case is worth under one schedule and policy, as its lines say it; the version of each line's release. */
export type Valuation = {
  readonly policy: string
  readonly lines: readonly Pick<
    CalculatedLine,
    'allowed' | 'workRvu' | 'creditedWorkRvu' | 'trainingWorkRvu' | 'release'
  >[]
  readonly versions: readonly (number | null)[]
}

/**
 * Whether valuing a case anew changes anything that was saved of it: an amount, the policy, or the version of a release
 * behind a line (domain A5: saved history does not move silently, so each of these needs its owner's word).
 */
export function isRevalued(before: Valuation, after: Valuation): boolean {
  if (before.policy !== after.policy || before.lines.length !== after.lines.length) return true
  return before.lines.some((line, at) => {
    const other = after.lines[at]
    return (
      other === undefined ||
      before.versions[at] !== after.versions[at] ||
      line.allowed !== other.allowed ||
      line.workRvu !== other.workRvu ||
      line.creditedWorkRvu !== other.creditedWorkRvu ||
      line.trainingWorkRvu !== other.trainingWorkRvu
    )
  })
}
