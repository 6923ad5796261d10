import { readDate, type CalendarDate } from '../shared/date'
import type { ReleaseSource } from './release'

/** One version of one quarter's table of medically unlikely edits for practitioners (domain E4). */
export type UnitLimitTable = {
  readonly effectiveFrom: CalendarDate
  /** Counts re-cuts for the same date, from 1. */
  readonly version: number
  readonly source: ReleaseSource
}

/** The first day of a table by its file name, as CMS writes it: `..._Eff_04-01-2026.csv`. Null when it does not say. */
export function unitLimitDateOf(fileName: string): CalendarDate | null {
  const match = /Eff[-_ ]?(\d{2})-(\d{2})-(\d{4})/i.exec(fileName.split(/[\\/]/).pop() ?? '')
  return match?.[1] && match[2] && match[3] ? readDate(`${match[3]}-${match[1]}-${match[2]}`) : null
}

/** The table in force on a date: the latest that does not begin after it. Null before the first: then nothing is limited. */
export function unitLimitTableOn<T extends UnitLimitTable>(tables: readonly T[], date: CalendarDate): T | null {
  let chosen: T | null = null
  for (const table of tables) {
    if (table.effectiveFrom > date) continue
    if (chosen === null || table.effectiveFrom > chosen.effectiveFrom) chosen = table
  }
  return chosen
}
