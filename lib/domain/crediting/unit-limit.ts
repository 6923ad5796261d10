import { CITATION } from './citation'
import type { UnitLimit } from './case'
import type { Settings } from './settings'
import { raise, type WorkingLine } from './working-line'

function unitsOfDay(session: readonly WorkingLine[], code: string): number {
  return session.reduce((sum, each) => sum + (each.own && each.line.code === code ? each.line.units : 0), 0)
}

/**
 * Warns where a code has more units than CMS thinks likely (domain E4); nothing is reduced. A limit of 0 is of a code
 * that no practitioner is expected to claim: every unit is one too many.
 */
export function judgeUnits(session: readonly WorkingLine[], { unitLimits }: Settings): void {
  for (const line of session) {
    const { code, units } = line.line
    const limit = line.own ? (line.view.unitLimitOf?.(code) ?? null) : null
    if (limit === null) continue
    const byDay = limit.scope === 'day' && unitLimits === 'by-day'
    if ((byDay ? unitsOfDay(session, code) : units) > limit.units) warn(line, limit, byDay)
  }
}

function warn(line: WorkingLine, { units: most, onlyFrom }: UnitLimit, byDay: boolean): void {
  raise(line, 'UNITS_ABOVE_MUE')
  const held = onlyFrom === undefined ? '' : ` by its limits of ${onlyFrom}, the earliest held`
  const reason = most === 0 ? noneExpected(held) : `${atMost(most, byDay)}${held}: check the count.`
  line.remarks.push({ rule: 'units-above-limit', reason, citation: CITATION.unitLimit })
}

const noneExpected = (held: string): string =>
  `CMS expects no unit of this code from a practitioner${held} (its limit is 0): Medicare takes another code, pays it ` +
  'elsewhere or not at all. Check the code; another payer may take it.'

const atMost = (most: number, byDay: boolean): string =>
  `CMS expects at most ${String(most)} ${most === 1 ? 'unit' : 'units'} ${byDay ? 'on a day' : 'on a line'}`
