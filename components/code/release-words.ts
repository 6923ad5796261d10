import { readDate } from '@/lib/domain/shared/date'
import { formatDate } from '@/lib/format/date'

/** `Jul 1, 2026`. */
export function dateWords(date: string): string {
  const read = readDate(date)
  return read ? formatDate(read) : date
}

/** `RVU26C, effective Jul 1, 2026`. */
export const releaseWords = (release: { readonly id: string; readonly effectiveFrom: string }): string =>
  `${release.id}, effective ${dateWords(release.effectiveFrom)}`
