import type { CodeItem, CodeQuery } from '@/lib/features/catalog/schema'

/** What makes a search of an address; without any of it the page shows the categories. */
export const SEARCH_FOLDED = ['q', 'specialty', 'category', 'kind', 'cursor'] as const

/** `47562, Gallbladder removal, comes closest to “lap chole”`. Null: only the question is known. */
export function searchFinding(query: CodeQuery, items: readonly CodeItem[] | null): string {
  const asked =
    query.q === '' ? (query.specialty ?? query.category ?? 'all codes').replaceAll('-', ' ') : `“${query.q}”`
  const [first] = items ?? []
  if (!items) return `Codes for ${asked}`
  if (!first) return `No code for ${asked}`
  if (query.q === '' || query.cursor !== undefined) return `Codes for ${asked}`
  return `${first.code}, ${first.title}, comes closest to ${asked}`
}

export function searchHref(query: CodeQuery): string {
  const given = SEARCH_FOLDED.flatMap((key): [string, string][] => {
    const value = query[key]
    return value ? [[key, value]] : []
  })
  return `/cpt-codes?${new URLSearchParams(given).toString()}`
}
