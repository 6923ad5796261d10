import type { Category, CodeRange, Requirement, TrainingRole } from './requirement'
import type { CalendarDate } from '../shared/date'

/** One case of the log, as training sees it. */
export type TrainingCase = {
  readonly id: string
  readonly dateOfService: CalendarDate
  readonly role: TrainingRole
  /** The codes of its lines, the one with the most work first: that one decides the primary credit. */
  readonly codes: readonly string[]
  /** The category that the trainee chose instead of the default of the codes; null: the default. */
  readonly category: string | null
}

const width = ({ from, to }: CodeRange): number => Number.parseInt(to, 10) - Number.parseInt(from, 10)

/** The default of a code: the narrowest range that holds it. Null when the specialty maps it to nothing. */
export function rangeOf(ranges: readonly CodeRange[], code: string): CodeRange | null {
  const holding = ranges.filter(({ from, to }) => from.length === code.length && from <= code && code <= to)
  return holding.toSorted((a, b) => width(a) - width(b))[0] ?? null
}

/** Category slugs that a case is credited to, before parents: the one that was chosen, or those of its codes. */
function creditedSlugs(requirement: Requirement, logged: TrainingCase): readonly string[] {
  if (logged.category !== null) return [logged.category]
  const ranges = logged.codes.map((code) => rangeOf(requirement.codes, code)).filter((range) => range !== null)
  const taking = ranges.filter(({ primary }) => primary !== null)
  // One primary credit a case: its further codes tick nothing unless the specialty allows it (domain G).
  const counted = requirement.severalCreditsPerCase ? taking : taking.slice(0, 1)
  return counted.flatMap(({ primary, alongside }) => [...(primary === null ? [] : [primary]), ...alongside])
}

/**
 * The categories that a case counts in, each once: those it is credited to and every parent of theirs, but only where its
 * role counts; and then the totals that its role counts in. Empty when it counts nowhere.
 */
export function categoriesOf(requirement: Requirement, logged: TrainingCase): ReadonlySet<string> {
  const bySlug = new Map(requirement.categories.map((category) => [category.slug, category]))
  const counts = new Set<Category>()
  for (const slug of creditedSlugs(requirement, logged)) {
    for (let at = bySlug.get(slug); at; at = at.parent === null ? undefined : bySlug.get(at.parent)) {
      if (at.roles.includes(logged.role)) counts.add(at)
    }
  }
  const inTotals = [...counts].some((category) => category.inTotals)
  const totals = requirement.categories.filter(({ kind, roles }) => kind === 'total' && roles.includes(logged.role))
  return new Set([...counts, ...(inTotals ? totals : [])].map(({ slug }) => slug))
}
