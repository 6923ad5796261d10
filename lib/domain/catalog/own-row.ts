import { standingOf } from '../crediting/status'
import type { ScheduleRow } from '../schedule/row'
import type { Rvu } from '../shared/exact'

/**
 * The row that stands for a code: its own; where that has no value of its own and the professional part has one, that
 * part. Null where a release lacks the code.
 */
export function ownRow(rows: readonly ScheduleRow[]): ScheduleRow | null {
  const whole = rows.find((row) => row.modifier === '')
  const professional = rows.find((row) => row.modifier === '26')
  if (!whole) return professional ?? rows[0] ?? null
  return standingOf(whole) === 'by-contractor' && professional && professional.work > 0n ? professional : whole
}

/** The work RVU that CMS lists for a code, paid or not; null where it sets none. */
export function workOf(rows: readonly ScheduleRow[]): Rvu | null {
  const row = ownRow(rows)
  return row === null || standingOf(row) === 'by-contractor' ? null : row.work
}
