import type { ReleasePage } from '@/lib/features/release-changes/schema'
import { formatCount, plural } from '@/lib/format/number'
import type { Crumb } from '../ui/breadcrumb'
import { dateWords } from './release-words'

/** `RVU26C lowered the work RVU of 7,214 codes and raised that of 84`. */
export function releaseFinding({ release, changes, factors }: ReleasePage): string {
  if (!changes) return `${release.id} is the first release held, at ${factors.standard} dollars per RVU`
  const { raised, lowered } = changes
  if (raised + lowered === 0) return `${release.id} changed no work RVU`
  const parts = [
    ...(lowered > 0 ? [`lowered the work RVU of ${plural(lowered, 'code')}`] : []),
    ...(raised > 0 ? [`raised that of ${lowered > 0 ? formatCount(raised) : plural(raised, 'code')}`] : []),
  ]
  const words = lowered > 0 ? parts.join(' and ') : parts.join('').replace('that', 'the work RVU')
  return `${release.id} ${words}`
}

/** What it was compared with, and what lies between. */
export function comparedWith({ before, unheld, changes }: ReleasePage): string {
  if (!before || !changes) return ''
  const between =
    unheld.length === 0 ? '' : ` ${unheld.join(', ')}, between them, ${unheld.length === 1 ? 'is' : 'are'} not held.`
  return `Against ${before.id}, effective ${dateWords(before.effectiveFrom)}: ${plural(changes.both, 'code')} in both.${between}`
}

/** `32.3465 until then, 33.4009 now`. */
export function factorWords({ before, factors }: ReleasePage): string {
  if (!before) return 'dollars per RVU'
  if (before.factors.standard === factors.standard) return `dollars per RVU, as in ${before.id}`
  return `dollars per RVU, ${before.factors.standard} in ${before.id}`
}

export const releaseTitle = ({ release }: ReleasePage): string =>
  `${release.id}: what the fee schedule of ${dateWords(release.effectiveFrom)} changed`

export const releaseDescription = (page: ReleasePage): string => `${releaseFinding(page)}. ${comparedWith(page)}`.trim()

export const releaseCrumbs = ({ release }: ReleasePage): readonly Crumb[] => [
  { label: 'CPT Codes', href: '/cpt-codes' },
  { label: 'Releases', href: '/releases' },
  { label: release.id },
]
