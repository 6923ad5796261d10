import { CITATION } from './citation'
import type { UnitLimit } from './case'
import type { Settings } from './settings'
import { raise, type WorkingLine } from './working-line'

function unitsOfDay(session: readonly WorkingLine[], code: string): number {
  return session.reduce((sum, each) => sum + (each.own && each.line.code === code ? each.line.units : 0), 0)
}

/** Warns where a code has more units than CMS thinks likely (domain E4); nothing is reduced. */
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
  const reason = `CMS expects at most ${String(most)} ${most === 1 ? 'unit' : 'units'} ${byDay ? 'on a day' : 'on a line'}${held}: check the count.`
  line.remarks.push({ rule: 'units-above-limit', reason, citation: CITATION.unitLimit })
}
