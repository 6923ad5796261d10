import { bundleSameDay, denyIncidentTo, judgeAddOns, judgeProlonged } from './bundling'
import { joinPairs } from './bilateral'
import type { CaseRules } from './case'
import { findGlobalVisits } from './global-period'
import { apportionTests } from './imaging'
import { creditBook, paymentBook } from './rank-book'
import { rankSurgery, surgicalLines } from './ranking'
import { apportionTherapy } from './therapy'
import { judgeUnits } from './unit-limit'
import { compareIdentity, type WorkingLine } from './working-line'

function sessionsOf(lines: readonly WorkingLine[]): readonly (readonly WorkingLine[])[] {
  const [first] = lines
  if (first === undefined) return []
  if (lines.every((line) => line.line.dateOfService === first.line.dateOfService)) return [lines]
  const byDate = new Map<string, WorkingLine[]>()
  for (const line of lines) {
    const { dateOfService } = line.line
    const session = byDate.get(dateOfService)
    if (session) session.push(line)
    else byDate.set(dateOfService, [line])
  }
  return [...byDate.values()]
}

const byDateThenIdentity = (a: WorkingLine, b: WorkingLine): number =>
  a.line.dateOfService < b.line.dateOfService
    ? -1
    : a.line.dateOfService > b.line.dateOfService
      ? 1
      : compareIdentity(a, b)

/** One unit of one line, or none: there is nothing to rank, pair or divide. */
const isOneUnit = (lines: readonly WorkingLine[]): boolean =>
  lines.length === 0 || (lines.length === 1 && lines[0]?.line.units === 1)

function rank(session: readonly WorkingLine[], input: CaseRules): void {
  const surgical = surgicalLines(session, input.settings)
  if (isOneUnit(surgical)) return
  const payment = rankSurgery(surgical, paymentBook(input))
  const { multipleProcedure, endoscopy } = input.policy
  const credit = multipleProcedure || endoscopy ? rankSurgery(surgical, creditBook(input)) : null
  for (const line of surgical) {
    const lead = line.pair?.first ?? line
    line.paymentPlacement = payment.get(lead) ?? null
    line.creditPlacement = credit?.get(lead) ?? null
  }
}

/**
 * What the lines of a case make of each other: denials first, because a denied line takes no rank, then pairs, ranks,
 * and the parts of tests and therapy (domain C5, D, E). Lines of one date are one session.
 */
export function settleSessions(lines: readonly WorkingLine[], input: CaseRules): void {
  for (const line of lines) denyIncidentTo(line)
  findGlobalVisits(lines, byDateThenIdentity, input.settings)
  for (const session of sessionsOf(lines)) {
    judgeAddOns(session)
    judgeProlonged(session)
    judgeUnits(session, input.settings)
    if (isOneUnit(session)) continue
    bundleSameDay(session)
    joinPairs(session, input)
    rank(session, input)
    apportionTests(session, input.settings)
    apportionTherapy(session)
  }
}
