import type { Comparison } from '@/lib/features/comparison/schema'
import type { CodePage } from '@/lib/features/code-pages/schema'
import { rvu, printRvu, type Rvu } from '@/lib/domain/shared/exact'

type WithWork = { readonly code: string; readonly work: Rvu }

const withWork = (pages: readonly CodePage[]): readonly WithWork[] =>
  pages.flatMap(({ detail, workRvu }) =>
    workRvu !== null && Number(workRvu) > 0 ? [{ code: detail.code, work: rvu(workRvu) }] : [],
  )

/** `43644 carries 18.46 more work RVU than 47562`. */
export function comparisonFinding({ pages }: Comparison): string {
  if (pages.length === 0) return 'Up to six codes, side by side'
  const byWork = withWork(pages).toSorted((a, b) => Number(a.work - b.work) || (a.code < b.code ? -1 : 1))
  const [least, most] = [byWork[0], byWork.at(-1)]
  if (!least || !most || byWork.length < 2) return pages.map(({ detail }) => detail.code).join(', ')
  if (most.work === least.work) return `${listed(byWork)} carry the same work, ${printRvu(most.work)}`
  return `${most.code} carries ${printRvu((most.work - least.work) as Rvu)} more work RVU than ${least.code}`
}

const listed = (codes: readonly WithWork[]): string =>
  codes
    .map(({ code }) => code)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')

export const compareHref = (codes: readonly string[]): string => `/compare?codes=${codes.join(',')}`
