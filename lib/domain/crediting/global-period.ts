import { daysBetween } from '../shared/date'
import { CITATION } from './citation'
import type { Note } from './explanation'
import type { Settings } from './settings'
import { has, raise, type WorkingLine } from './working-line'

/** Days before and after the day of a procedure on which visits belong to it (domain A4, E1). */
const WINDOW: Readonly<Record<string, { readonly before: number; readonly after: number }>> = {
  '000': { before: 0, after: 0 },
  '010': { before: 0, after: 10 },
  '090': { before: 1, after: 90 },
}

/** Visits that a global period takes in (domain E1), inclusive. */
const VISITS: readonly (readonly [string, string])[] = [
  ['92002', '92002'], ['92004', '92004'], ['92012', '92012'], ['92014', '92014'], ['99202', '99215'],
  ['99221', '99239'], ['99242', '99245'], ['99252', '99255'], ['99281', '99285'], ['99291', '99292'],
  ['99304', '99316'], ['99341', '99350'],
] // prettier-ignore

export const isVisit = (code: string): boolean =>
  code.startsWith('9') && code.length === 5 && VISITS.some(([from, to]) => code >= from && code <= to)

const OPENS_NONE = ['TC', '55', '56', '78', '80', '81', '82', 'AS']

/** The period of a row; where the contractor decides it, what the settings take for it. */
const periodOf = ({ row }: WorkingLine, { contractorPeriod }: Settings): string =>
  row.globalPeriod === 'YYY' ? contractorPeriod : row.globalPeriod

const opensPeriod = (line: WorkingLine, settings: Settings): boolean =>
  line.own && periodOf(line, settings) in WINDOW && !OPENS_NONE.some((each) => has(line, each))

/** True where a modifier of the visit says that it stands outside this period (domain E1). */
function isLifted(visit: WorkingLine, period: string, day: number): boolean {
  if (day > 0) return has(visit, '24') || has(visit, 'FT')
  if (period === '090' && has(visit, '57')) return true
  return day === 0 && has(visit, '25')
}

function noteFor(procedure: WorkingLine, period: string, day: number): Note {
  const when = day === 0 ? 'the day of' : day < 0 ? 'the day before' : `day ${String(day)} after`
  const need = period === '090' && day <= 0 ? ' Add 57 where this visit led to the decision to operate.' : ''
  const reason = `Visit on ${when} ${procedure.line.code}, inside its global period: paid and credited with it.${need}`
  return { rule: 'in-global-period', reason, citation: CITATION.globalPeriod }
}

const UNRELATED: Note = {
  rule: 'separate-visit',
  reason: '25 lifts the day of a 90-day operation only where the visit was unrelated to it.',
  citation: CITATION.globalPeriod,
}

/** Days from the procedure to the visit, where the visit is inside its period; null elsewhere. */
function dayWithin(visit: WorkingLine, procedure: WorkingLine, period: string): number | null {
  const window = WINDOW[period]
  const [from, to] = [procedure.line.dateOfService, visit.line.dateOfService]
  const day = from === to ? 0 : daysBetween(from, to)
  return window === undefined || day < -window.before || day > window.after ? null : day
}

function remarkOnLifted(visit: WorkingLine, period: string, day: number): void {
  if (period !== '090' || day !== 0 || has(visit, '57') || visit.remarks.includes(UNRELATED)) return
  visit.remarks.push(UNRELATED)
}

function judge(visit: WorkingLine, procedure: WorkingLine, period: string): void {
  const day = dayWithin(visit, procedure, period)
  if (day === null) return
  if (isLifted(visit, period, day)) return remarkOnLifted(visit, period, day)
  visit.inGlobal ??= noteFor(procedure, period, day)
  raise(visit, 'IN_GLOBAL')
  if (period === '090' && day <= 0) raise(visit, 'GLOBAL_NEEDS_57')
}

/**
 * Finds the visits of a case that belong to the global period of one of its procedures (domain E1; Medicare Claims
 * Processing Manual, chapter 12, sections 40.1 and 40.2). Procedures are looked at in the order of their dates and
 * identity, so that the one that is named does not depend on the order of entry.
 */
export function findGlobalVisits(
  lines: readonly WorkingLine[],
  inOrder: (a: WorkingLine, b: WorkingLine) => number,
  settings: Settings,
): void {
  const procedures = lines.filter((line) => opensPeriod(line, settings)).sort(inOrder)
  if (procedures.length === 0 || procedures.length === lines.length) return
  const visits = lines.filter((line) => line.own && isVisit(line.line.code))
  for (const procedure of procedures) {
    const period = periodOf(procedure, settings)
    for (const visit of visits) judge(visit, procedure, period)
  }
}
