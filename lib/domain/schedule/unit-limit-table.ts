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

/**
 * The table in force on a date: the latest that does not begin after it. Before the first one, the first: limits seldom
 * change, and one of a later quarter is a better doubt of a count than none. Null where there is no table.
 */
export function unitLimitTableOn<T extends UnitLimitTable>(tables: readonly T[], date: CalendarDate): T | null {
  const oldestFirst = tables.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
  return oldestFirst.findLast((table) => table.effectiveFrom <= date) ?? oldestFirst[0] ?? null
}
