import { isDeepStrictEqual } from 'node:util'
import type { ScheduleRow } from '../../lib/domain/schedule/row'
import { earlierRows, newestRows } from '../../lib/features/facts/service'
import type { CodeFacts } from '../../lib/features/releases/schema'
import type { Finding } from './finding'

const byKey = (rows: readonly ScheduleRow[]): Map<string, ScheduleRow> =>
  new Map(rows.map((row) => [`${row.code}-${row.modifier}`, row]))

/** Where the facts of a release say otherwise than its official rows, either way. `newest` has payment, the others not. */
export function factsAgainst(
  facts: readonly CodeFacts[],
  id: string,
  newest: boolean,
  official: readonly ScheduleRow[],
): readonly Finding[] {
  const recorded = byKey(facts.flatMap((each) => (newest ? newestRows(each) : earlierRows(each, id))))
  const published = byKey(newest ? official : official.map((row) => ({ ...row, payment: null })))
  return [...new Set([...recorded.keys(), ...published.keys()])]
    .filter((key) => !isDeepStrictEqual(recorded.get(key), published.get(key)))
    .map((key) => ({ code: key, problem: `differs from ${id}: run npm run catalog:facts` }))
}
