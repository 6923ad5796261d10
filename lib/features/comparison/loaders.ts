import { loadCodePage } from '../code-pages/loaders'
import { MOST_COMPARED, type Comparison } from './schema'

/** Of an address, which may be any text: far more than six codes, and far longer than a code. */
const MOST_READ = 400
const LONGEST_SAID = 12

/** Codes side by side, each as its own page has it: `asked` is codes with commas, semicolons or spaces between. */
export async function loadComparison(asked: string): Promise<Comparison> {
  const parts = asked
    .slice(0, MOST_READ)
    .toUpperCase()
    .split(/[\s,;]+/)
  const codes = [...new Set(parts.map((part) => part.slice(0, LONGEST_SAID)))].filter(Boolean)
  const shown = codes.slice(0, MOST_COMPARED)
  const pages = await Promise.all(shown.map(async (code) => ({ code, page: await loadCodePage(code) })))
  return {
    pages: pages.flatMap(({ page }) => page ?? []),
    unknown: pages.filter(({ page }) => page === null).map(({ code }) => code),
    leftOut: codes.slice(MOST_COMPARED),
  }
}
