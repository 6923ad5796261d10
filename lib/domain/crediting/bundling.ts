import { CITATION } from './citation'
import type { Note } from './explanation'
import { has, isDenied, raise, takesPart, type WorkingLine } from './working-line'

const SAME_DAY: Note = {
  rule: 'bundled-same-day',
  reason: 'Paid only when nothing else payable is billed that day: another line of this day is.',
  citation: CITATION.status,
}

/** Status T is 0.00 beside a priced A or R line of the same clinician, patient and day (domain A2). */
export function bundleSameDay(session: readonly WorkingLine[]): void {
  const minor = session.filter((line) => line.own && line.row.status === 'T')
  if (minor.length === 0) return
  if (!session.some((line) => takesPart(line) && line.row.status !== 'T' && line.price !== null)) return
  for (const line of minor) {
    line.denials.push(SAME_DAY)
    raise(line, 'BUNDLED_SAME_DAY')
  }
}

const FACILITY_PLACES = ['19', '21', '22', '23']

const INCIDENT_TO: Note = {
  rule: 'incident-to-in-facility',
  reason: 'Service incident to a physician: not paid to the physician for hospital patients.',
  citation: CITATION.pcTc,
}

/** PC/TC indicator 5 is not paid for hospital inpatients or outpatients (domain A3). */
export function denyIncidentTo(line: WorkingLine): void {
  if (line.row.pcTc !== '5' || line.standing !== 'priced' || !FACILITY_PLACES.includes(line.line.placeOfService)) return
  line.denials.push(INCIDENT_TO)
  raise(line, 'NOT_PAYABLE')
}

const COMPLEXITY = 'G2211'
const ANNUAL_AND_VACCINES: readonly (readonly [string, string])[] = [
  ['G0402', 'G0402'], ['G0438', 'G0439'], ['90460', '90474'], ['90480', '90480'], ['G0008', 'G0010'],
] // prettier-ignore

const within = (code: string, ranges: readonly (readonly [string, string])[]): boolean =>
  ranges.some(([from, to]) => code >= from && code <= to)

const isPreventive = (line: WorkingLine): boolean => within(line.line.code, ANNUAL_AND_VACCINES)

/** Visits that the add-on may go with: office visits, from 2026 home visits too (domain E3). */
function carriesComplexity(line: WorkingLine): boolean {
  const { code, dateOfService } = line.line
  if (code >= '99202' && code <= '99215') return true
  return dateOfService >= '2026-01-01' && code >= '99341' && code <= '99350'
}

const BESIDE_25: Note = {
  rule: 'complexity-beside-25',
  reason: 'Not paid with a visit that carries 25, unless the other service is preventive (from 2025).',
  citation: CITATION.complexity,
}

function judgeComplexity(session: readonly WorkingLine[], addOns: readonly WorkingLine[]): void {
  const visits = session.filter((line) => line.own && carriesComplexity(line))
  if (visits.length === 0) {
    for (const line of addOns)
      markAlone(line, 'Goes with an office visit, from 2026 also a home visit: none is here.', CITATION.complexity)
    return
  }
  if (visits.some((visit) => !has(visit, '25'))) return
  const preventive = session.some((line) => line.own && isPreventive(line))
  for (const line of addOns) {
    if (preventive && line.line.dateOfService >= '2025-01-01') continue
    line.denials.push(BESIDE_25)
    raise(line, 'NOT_PAYABLE')
  }
}

const PROLONGED_BY_CPT = '99417'
const PROLONGED_BY_CMS = ['G2212', 'G0316', 'G0317', 'G0318']

const COUNTED_TWICE: Note = {
  rule: 'prolonged-twice',
  reason: 'CPT and CMS count the same prolonged time by codes of their own, never both: keep one of them.',
  citation: CITATION.prolonged,
}

/** Prolonged time by CPT beside the same by CMS is a slip (domain E3); nothing is changed. */
export function judgeProlonged(session: readonly WorkingLine[]): void {
  if (!session.some((line) => line.line.code === PROLONGED_BY_CPT)) return
  const own = session.filter((line) => line.own)
  if (!own.some((line) => PROLONGED_BY_CMS.includes(line.line.code))) return
  for (const line of own) if (line.line.code === PROLONGED_BY_CPT) line.remarks.push(COUNTED_TWICE)
}

function markAlone(line: WorkingLine, reason: string, citation: string): void {
  raise(line, 'ADD_ON_WITHOUT_PRIMARY')
  line.remarks.push({ rule: 'add-on-without-primary', reason, citation })
}

/** Add-on codes want a primary on the same day; the complexity add-on has rules of its own (domain E3, E4). */
export function judgeAddOns(session: readonly WorkingLine[]): void {
  const addOns = session.filter((line) => line.own && line.row.globalPeriod === 'ZZZ')
  if (addOns.length === 0) return
  const complexity = addOns.filter((line) => line.line.code === COMPLEXITY && line.standing === 'priced')
  if (complexity.length > 0) judgeComplexity(session, complexity)
  if (session.some((line) => line.own && line.row.globalPeriod !== 'ZZZ')) return
  for (const line of addOns) {
    if (line.line.code === COMPLEXITY || isDenied(line)) continue
    markAlone(line, 'An add-on code needs its primary procedure on the same day: none is here.', CITATION.addOn)
  }
}
