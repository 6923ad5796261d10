import { check } from '@/lib/server/input'
import { loadCodePage } from '../code-pages/loaders'
import { ComparisonQuery, MOST_COMPARED, type Comparison } from './schema'

/** Codes side by side: each as its own page has it. */
export async function loadComparison(asked: string | undefined): Promise<Comparison> {
  const query = check(ComparisonQuery, asked)
  const codes = [...new Set((query.ok ? query.value : '').toUpperCase().split(/[\s,;]+/))].filter(Boolean)
  const shown = codes.slice(0, MOST_COMPARED)
  const pages = await Promise.all(shown.map(async (code) => ({ code, page: await loadCodePage(code) })))
  return {
    pages: pages.flatMap(({ page }) => page ?? []),
    unknown: pages.filter(({ page }) => page === null).map(({ code }) => code),
    leftOut: codes.slice(MOST_COMPARED),
  }
}
