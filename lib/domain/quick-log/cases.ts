import type { CalendarDate } from '../shared/date'
import { type Circumstances, type QuickLogLine, type QuickLogReading, unitsInRange } from './reading'

/** One case as it would be saved: one patient, one day, one place and role. */
export type QuickLogCase = Circumstances & {
  readonly dateOfService: CalendarDate
  readonly lines: readonly QuickLogLine[]
}

const FIELDS = ['placeOfService', 'role', 'payer'] as const

const keyOf = (line: QuickLogLine): string =>
  [line.caseIndex, line.dateOfService, ...FIELDS.map((field) => line[field] ?? '')].join('|')

function caseOf(lines: readonly QuickLogLine[], first: QuickLogLine): QuickLogCase {
  const said = FIELDS.flatMap((field) => (first[field] === undefined ? [] : [[field, first[field]]]))
  return { dateOfService: first.dateOfService, lines, ...Object.fromEntries(said) }
}

/** `99214x12` is twelve visits of twelve patients; a count out of range stays as typed, to be mended. */
const isManyPatients = (line: QuickLogLine, isVisit: (code: string) => boolean): boolean =>
  line.units > 1 && unitsInRange(line.units) && isVisit(line.code)

/**
 * Groups the lines of a reading into cases as they are saved. A visit with xN becomes N cases of one line and one unit;
 * every other line joins the case of its patient. Lines of one patient with another date, place, role or payer are a case
 * of their own, since a case has one of each. In the order typed.
 */
export function casesOf(reading: QuickLogReading, isVisit: (code: string) => boolean): readonly QuickLogCase[] {
  const groups = new Map<string, QuickLogLine[]>()
  reading.lines.forEach((line, index) => {
    if (isManyPatients(line, isVisit)) {
      for (let visit = 0; visit < line.units; visit++) groups.set(`visit ${index} ${visit}`, [{ ...line, units: 1 }])
      return
    }
    const group = groups.get(keyOf(line)) ?? []
    group.push(line)
    groups.set(keyOf(line), group)
  })
  return [...groups.values()].flatMap((lines) => (lines[0] ? [caseOf(lines, lines[0])] : []))
}
