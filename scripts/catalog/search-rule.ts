import { searchCodes } from '../../lib/domain/catalog/search'
import { buildSearchIndex, type SearchIndex } from '../../lib/domain/catalog/search-index'
import type { AuthoredCode } from '../../lib/features/catalog/schema'
import { entryOf } from '../../lib/features/catalog/service'
import { servicesByCode } from '../../lib/features/use/service'
import { eachEntry, type Rule } from './finding'

/** The first answers that a searcher looks at. */
const LOOKED_AT = 3
/** Codes that begin alike are a family. */
const FAMILY = 3

/** The index of all that is described, as the catalog builds it. */
export function indexOf(entries: readonly AuthoredCode[]): SearchIndex {
  const services = servicesByCode()
  return buildSearchIndex(entries.map((entry) => entryOf(entry.code, entry, services.get(entry.code) ?? 0)))
}

/** A name leads to its code, a relative of it or its family among the first answers. */
export const findable: Rule = (entries) => {
  const index = indexOf(entries)
  return eachEntry((entry) => {
    const right = new Set([entry.code, ...entry.related.map(({ code }) => code)])
    const isRight = (code: string) => right.has(code) || code.slice(0, FAMILY) === entry.code.slice(0, FAMILY)
    return [entry.title, ...entry.synonyms].flatMap((name) => {
      const { codes } = searchCodes(index, name, { limit: LOOKED_AT })
      return codes.some(isRight) ? [] : [`is not found by "${name}", which finds ${codes.join(', ')}`]
    })
  })(entries)
}
