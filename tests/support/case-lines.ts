import { calendarDate } from '@/lib/domain/shared/date'
import { creditCase } from '@/lib/domain/crediting/credit-case'
import type { CalculatedCase, CalculatedLine, CaseInput, CaseLine, ScheduleView } from '@/lib/domain/crediting/case'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { view } from './schedule-rows'

const DATE = calendarDate('2025-11-03')

/** `44140-80` in the hospital, `11:99203` elsewhere, `97530*2` for units. */
export function line(text: string, index = 0, change: Partial<CaseLine> = {}): CaseLine {
  const match = /^(?:(\d\d):)?(\w{5})((?:-\w\w)*)(?:\*(\d+))?$/.exec(text)
  if (!match) throw new Error(`"${text}" is not a line`)
  return {
    id: String(index + 1),
    code: match[2] ?? '',
    modifiers: (match[3] ?? '').split('-').slice(1),
    units: Number(match[4] ?? '1'),
    placeOfService: match[1] ?? '21',
    dateOfService: DATE,
    minutes: null,
    postoperativeDays: null,
    provider: 'self',
    ...change,
  }
}

export function caseOf(lines: readonly (string | CaseLine)[], change: Partial<CaseInput> = {}): CaseInput {
  return {
    lines: lines.map((each, index) => (typeof each === 'string' ? line(each, index) : each)),
    practitioner: 'physician',
    role: 'attending',
    participating: true,
    qualifyingApm: false,
    policy: POLICY_PRESETS.cms_adjusted,
    ...change,
  }
}

/** Calculates lines in Alabama under RVU25D unless told otherwise. */
export function calculate(
  lines: readonly (string | CaseLine)[],
  change: Partial<CaseInput> = {},
  schedule: ScheduleView = view(),
): CalculatedCase {
  return creditCase(caseOf(lines, change), () => schedule)
}

/** The one line of a calculation of one line. */
export function only(
  text: string | CaseLine,
  change: Partial<CaseInput> = {},
  schedule: ScheduleView = view(),
): CalculatedLine {
  const [first] = calculate([text], change, schedule).lines
  if (!first) throw new Error('No line')
  return first
}

export const allowedOf = (result: CalculatedCase): (string | null)[] => result.lines.map((each) => each.allowed)
export const creditedOf = (result: CalculatedCase): (string | null)[] =>
  result.lines.map((each) => each.creditedWorkRvu)

export const dated = (text: string, date: string, index = 0): CaseLine =>
  line(text, index, { dateOfService: calendarDate(date) })
