import type { ScheduleRow } from '../schedule/row'
import { modifierFact } from './modifier'
import { hasPackage } from './surgical-package'

/**
 * Whether a code's rows allow a modifier (domain A3, C4): 26 and TC need a row of their own, 54 to 56 a package to
 * divide, 73 and 74 belong to facilities. An unlisted modifier is allowed by nobody.
 */
export function allowsModifier(rows: readonly ScheduleRow[], modifier: string): boolean {
  if (modifier === '26' || modifier === 'TC') return rows.some((row) => row.modifier === modifier)
  const group = modifierFact(modifier)?.group
  if (group === undefined || group === 'facility-only') return false
  return !PACKAGE_PARTS.has(modifier) || rows.some(hasPackage)
}

const PACKAGE_PARTS: ReadonlySet<string> = new Set(['54', '55', '56'])
