import type { CodeUse } from '../../lib/features/use/schema'

export type Coverage = {
  readonly specialty: string
  /** Services of described codes, of those of all its codes that clinicians are credited for; per thousand. */
  readonly share: number
  /** The most used that are not described. */
  readonly missing: readonly string[]
}

const LISTED = 5

/** How much of what each specialty does is described; the least first. `credited`: codes with work RVUs in a release. */
export function coverageOf(
  specialties: ReadonlyMap<string, readonly CodeUse[]>,
  described: ReadonlySet<string>,
  credited: ReadonlySet<string>,
): readonly Coverage[] {
  return [...specialties]
    .map(([specialty, used]) => {
      const relevant = used.filter(([code]) => described.has(code) || credited.has(code))
      const sum = (codes: readonly CodeUse[]) => codes.reduce((total, [, services]) => total + services, 0)
      const told = sum(relevant.filter(([code]) => described.has(code)))
      return {
        specialty,
        share: Math.round((1000 * told) / Math.max(1, sum(relevant))),
        missing: relevant.flatMap(([code]) => (described.has(code) ? [] : [code])).slice(0, LISTED),
      }
    })
    .toSorted((a, b) => a.share - b.share)
}
