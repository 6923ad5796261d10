import type { CodeFacts } from '../../lib/features/releases/schema'
import { eachEntry, type Rule } from './finding'

/** Every code named as related is described, names this one back, and is another. */
export const relations: Rule = (entries) => {
  const named = new Map(entries.map((entry) => [entry.code, new Set(entry.related.map(({ code }) => code))]))
  return eachEntry(({ code, related }) =>
    related.flatMap(({ code: other }) => {
      if (other === code) return ['is related to itself']
      const back = named.get(other)
      if (!back) return [`is related to ${other}, which is not described`]
      return back.has(code) ? [] : [`is related to ${other}, which does not name it back`]
    }),
  )(entries)
}

/** Every code is in a release, in the facts beside it. */
export const inReleases = (facts: readonly CodeFacts[]): Rule => {
  const held = new Map(facts.map((each) => [each.code, each]))
  return eachEntry(({ code }) => {
    const found = held.get(code)
    if (!found) return ['has no facts: run npm run catalog:facts']
    return found.rows.length + found.earlier.length === 0 ? ['is in no release'] : []
  })
}
