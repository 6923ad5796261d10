import { NO_PERCENTILES, type Percentiles } from './curve'

/** Fewest people in a published cell (CMS cell-size policy: 1 to 10 suppressed; domain F5). */
export const FEWEST_PEOPLE = 11
/** Fewest people for a 10th and a 90th percentile (domain F5). */
export const FEWEST_FOR_TAILS = 50
const FEWEST_ORGANIZATIONS = 3

/**
 * The percentiles of a table that may be shown: none for 1 to 10 people, not the outer two under 50. A table whose
 * publisher does not say how many people it covers keeps what the publisher printed.
 */
export function showablePercentiles(percentiles: Percentiles, people: number | null): Percentiles {
  if (people === null || people >= FEWEST_FOR_TAILS) return percentiles
  return people < FEWEST_PEOPLE ? NO_PERCENTILES : { ...percentiles, p10: null, p90: null }
}

/** Whether figures pooled over organizations may be published: 11 people, 3 organizations, none above a quarter. */
export function mayPublishPool(peopleByOrganization: readonly number[]): boolean {
  const people = peopleByOrganization.reduce((sum, count) => sum + count, 0)
  const organizations = peopleByOrganization.filter((count) => count > 0).length
  const dominated = peopleByOrganization.some((count) => 4 * count > people)
  return people >= FEWEST_PEOPLE && organizations >= FEWEST_ORGANIZATIONS && !dominated
}

export type Suppression = {
  /** Keys of the cells that are not shown. */
  readonly hidden: ReadonlySet<string>
  /** True when the total would give a hidden cell away, so it is not shown either. */
  readonly totalHidden: boolean
}

/**
 * Which cells of one total to hide: those of 1 to 10 people, and then the smallest others until the hidden ones cannot
 * be taken apart by subtraction (two cells or more, 11 people or more in them). A cell of nobody may be shown.
 */
export function suppressCells(cells: readonly { readonly key: string; readonly people: number }[]): Suppression {
  const counted = cells.filter(({ people }) => people > 0).toSorted((a, b) => a.people - b.people)
  const small = counted.filter(({ people }) => people < FEWEST_PEOPLE)
  if (small.length === 0) return { hidden: new Set(), totalHidden: false }
  const hidden = [...small]
  const covered = () => hidden.length >= 2 && hidden.reduce((sum, cell) => sum + cell.people, 0) >= FEWEST_PEOPLE
  for (const cell of counted.slice(small.length)) {
    if (covered()) break
    hidden.push(cell)
  }
  return { hidden: new Set(hidden.map(({ key }) => key)), totalHidden: !covered() }
}
