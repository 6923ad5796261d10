import type { Plan } from './plan'
import type { CalculatorLine, CalculatorState } from './state'

/** A plan as the interface takes a policy: a preset's name or a policy object. */
const policyInput = (plan: Plan) =>
  typeof plan === 'string'
    ? plan
    : { ...plan, schedule: plan.schedule === 'by-date' ? plan.schedule : plan.schedule.release }

/** The body of `POST /api/v1/calculate` for lines in the circumstances of a state: the page computes nothing itself. */
export function requestOf(state: CalculatorState, lines: readonly CalculatorLine[], release: string | null) {
  const { date, locality, practitioner, role, policy, qualifyingApm, participating } = state
  return {
    ...(release === null ? {} : { release }),
    ...(date === null ? {} : { dateOfService: date }),
    locality,
    practitioner,
    role,
    policy: policyInput(policy),
    qualifyingApm,
    participating,
    lines: lines.map(({ dateOfService, ...line }, at) => ({
      ...line,
      id: String(at + 1),
      ...(dateOfService === null ? {} : { dateOfService }),
    })),
  }
}

/** What is asked of the first case. */
export const firstRequest = (state: CalculatorState) => requestOf(state, state.lines, state.release)

/** What is asked of what stands beside it; null where nothing does. */
export function secondRequest(state: CalculatorState) {
  if (state.beside === null || state.lines.length === 0) return null
  return state.beside.kind === 'release'
    ? requestOf(state, state.lines, state.beside.release)
    : requestOf(state, state.beside.lines, state.release)
}
