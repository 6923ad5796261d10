import type { CodeItem } from '@/lib/features/catalog/schema'

export const hasWork = ({ workRvu }: CodeItem): boolean => workRvu !== null && Number(workRvu) > 0

/** The work RVU of a code in a list, or why there is none. */
export function workWords(item: CodeItem): string {
  if (item.status === null) return 'not in this release'
  if (item.workRvu === null) return 'by report'
  return hasWork(item) ? item.workRvu : 'none'
}
