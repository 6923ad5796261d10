import type { CalendarDate } from '../shared/date'
import { answerLine, answerRejected, type AnsweredLine } from './answer'
import type { CalculatedCase, CaseInput, CaseRules, ScheduleView, Warning } from './case'
import { POLICY_PRESETS, type Policy } from './policy'
import { readLine, type Reading } from './read-line'
import { settleSessions } from './session'
import { settingsWith } from './settings'
import { totalsOf } from './totals'

const countOf = (count: number, word: string): string => `${String(count)} ${count === 1 ? 'line' : 'lines'} ${word}`

function unpricedWarning(lines: readonly AnsweredLine[]): Warning | null {
  let unpaid = 0
  let uncredited = 0
  for (const { own, manual, allowed, credited } of lines) {
    if (!own || manual) continue
    if (allowed === null) unpaid += 1
    if (credited === null) uncredited += 1
  }
  if (unpaid + uncredited === 0) return null
  const parts = [
    unpaid > 0 ? countOf(unpaid, 'not priced') : '',
    uncredited > 0 ? countOf(uncredited, 'without credit') : '',
  ]
  return {
    code: 'LINES_NOT_PRICED',
    message: `${parts.filter((part) => part !== '').join(', ')}: left out of the totals.`,
  }
}

function lateWarning(input: CaseInput, views: readonly ScheduleView[]): Warning | null {
  if (!views.some((view) => view.newerQuarterMissing)) return null
  const late = input.lines.flatMap((line, index) =>
    views[index]?.newerQuarterMissing ? [`${views[index].release.id} is used for ${line.dateOfService}`] : [],
  )
  const message = `${[...new Set(late)].sort().join('; ')}: the release of that quarter is not installed.`
  return { code: 'NEWER_QUARTER_NOT_INSTALLED', message }
}

function bareWarning(lines: readonly AnsweredLine[]): Warning | null {
  if (!lines.some((line) => line.needsRelease)) return null
  const bare = [...new Set(lines.flatMap((line) => (line.needsRelease ? [line.answer.release ?? ''] : [])))].sort()
  const message = `${bare.join(', ')}: work RVUs only. Install the official file to see payment.`
  return { code: 'PAYMENT_NEEDS_RELEASE', message }
}

const warningsOf = (input: CaseInput, views: readonly ScheduleView[], lines: readonly AnsweredLine[]): Warning[] =>
  [lateWarning(input, views), bareWarning(lines), unpricedWarning(lines)].filter((warning) => warning !== null)

/** The one value that all lines share; null where they differ or there is none. */
function shared(values: readonly (string | null)[]): string | null {
  const [first = null] = values
  return values.every((each) => each === first) ? first : null
}

/** A preset goes by its key, any other policy by its name. */
export function policyLabel(policy: Policy): string {
  const preset = POLICY_PRESETS[policy.base]
  const isPreset = preset.name === policy.name && Object.keys(policy.factors).length === 0
  return isPreset ? policy.base : policy.name
}

/** Written out member by member: a spread of it takes a part of the time of a short case. */
const rulesOf = ({ lines, practitioner, role, participating, qualifyingApm, policy, settings }: CaseInput): CaseRules => ({
  lines, practitioner, role, participating, qualifyingApm, policy, settings: settingsWith(settings),
}) // prettier-ignore

/**
 * What one case earns: payment that Medicare allows, in dollars, and work RVUs credited under a policy, for every
 * line, with the steps that lead there (domain A to E; `POST /api/v1/calculate`). Pure: `viewFor` answers the schedule
 * of a date from what the caller has already loaded. `frozen` is the schedule of the release that the policy fixes,
 * for credit only; payment always goes by date. Lines come back in the order sent; their order changes no amount.
 */
export function creditCase(
  input: CaseInput,
  viewFor: (date: CalendarDate) => ScheduleView,
  frozen: ScheduleView | null = null,
): CalculatedCase {
  const rules = rulesOf(input)
  const views = input.lines.map((line) => viewFor(line.dateOfService))
  const readings: Reading[] = input.lines.map((line, index) =>
    readLine(line, views[index] ?? viewFor(line.dateOfService), frozen, rules),
  )
  settleSessions(
    readings.flatMap((reading) => ('accepted' in reading ? reading.accepted : [])),
    rules,
  )
  const lines = readings.map((reading) =>
    'accepted' in reading ? answerLine(reading.accepted, rules) : answerRejected(reading.rejected),
  )
  return {
    release: shared(lines.map((line) => line.answer.release)),
    conversionFactor: shared(lines.map((line) => line.answer.conversionFactor)),
    policy: policyLabel(input.policy),
    lines: lines.map((line) => line.answer),
    totals: totalsOf(lines, rules),
    warnings: warningsOf(input, views, lines),
  }
}
