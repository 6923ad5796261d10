import type { CodePage } from '@/lib/features/code-pages/schema'
import type { Crumb } from '../ui/breadcrumb'
import { formatDollars } from '@/lib/format/number'

const kindName = (page: CodePage): string => (page.detail.kind === 'cpt' ? 'CPT' : 'HCPCS')

/** `47562 Gallbladder removal, laparoscopic: 10.21 work RVU`. */
export function codeTitle(page: CodePage): string {
  const { detail, workRvu } = page
  const value = workRvu !== null && Number(workRvu) > 0 ? `: ${workRvu} work RVU` : ` (${kindName(page)})`
  return `${detail.code} ${detail.title}${value}`
}

const LONGEST = 300

/** One sentence for a list of results: what it is and what it is worth. */
export function codeDescription(page: CodePage): string {
  const { detail, workRvu, release } = page
  const lead =
    detail.description ??
    detail.officialDescriptor?.long ??
    `${kindName(page)} ${detail.code}: what the CMS schedule says of it.`
  if (workRvu === null || Number(workRvu) === 0 || !release) return lead.slice(0, LONGEST)
  const payment = detail.rows[0]?.payment.facility
  return `${workRvu} work RVU${payment ? `, ${formatDollars(payment)} national facility payment` : ''} (${release.id}). ${lead}`.slice(
    0,
    LONGEST,
  )
}

export function crumbsOf({ detail, section }: CodePage): readonly Crumb[] {
  return [
    { label: 'CPT Codes', href: '/cpt-codes' },
    { label: detail.category.name, href: `/cpt-codes/${detail.category.slug}` },
    ...(section ? [{ label: section.name, href: `/cpt-codes/${section.slug}` }] : []),
    { label: detail.code },
  ]
}

/** What the picture of the page says. */
export function shareWords({ detail, workRvu, release, standing }: CodePage) {
  const payment = detail.rows[0]?.payment.facility ?? null
  const priced =
    payment !== null && release
      ? `${formatDollars(payment)} national, in a facility, ${release.id}`
      : (release?.id ?? '')
  const has = standing !== 'by-contractor' && workRvu !== null && Number(workRvu) > 0
  return { code: detail.code, title: detail.title, workRvu: has ? workRvu : null, note: priced }
}

/** The address of that picture; with the release, so that a new one is asked for anew. */
export const shareImageOf = ({ detail, release }: CodePage): string =>
  `/og/${detail.code}.png${release ? `?release=${release.id}` : ''}`
