import { searchCodes } from '../../lib/domain/catalog/search'
import { buildSearchIndex, type SearchIndex } from '../../lib/domain/catalog/search-index'
import type { AuthoredCode } from '../../lib/features/catalog/schema'
import { categoryOf } from '../../lib/domain/catalog/category'
import { servicesByCode } from '../../lib/features/use/service'
import { eachEntry, type Rule } from './finding'

/** The first answers that a searcher looks at. */
const LOOKED_AT = 3
/** Codes that begin alike are a family. */
const FAMILY = 3

function indexOf(entries: readonly AuthoredCode[]): SearchIndex {
  const services = servicesByCode()
  return buildSearchIndex(
    entries.map(({ code, title, synonyms, plainLanguage, description }) => {
      const category = categoryOf(code) ?? 'other-cpt'
      return { code, title, synonyms, plainLanguage, description, category, weight: services.get(code) ?? 0 }
    }),
  )
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
