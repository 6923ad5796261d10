import type { SpecialtyHub } from '@/lib/features/specialties/schema'
import { formatCount, plural } from '@/lib/format/number'
import type { Crumb } from '../ui/breadcrumb'
import { hasWork } from './work-words'

/** `Of its visits and procedures, General Surgery is paid most often for 99213, office visit, …: 730,000 Medicare services in 2023`. */
export function specialtyFinding({ name, used, codes, year }: SpecialtyHub): string {
  // Units of a drug or tests of a laboratory are nobody's visit or procedure; anesthesia is one without a work RVU.
  const first = used.find((item) => hasWork(item) || item.category.slug === 'anesthesia')
  if (!first) return `${name}: ${plural(codes, 'code')} known here`
  const title = first.title.charAt(0).toLowerCase() + first.title.slice(1)
  return `Of its visits and procedures, ${name} is paid most often for ${first.code}, ${keepCapitals(first.title, title)}: ${formatCount(first.services)} Medicare services in ${year}`
}

/** A title that begins with an abbreviation keeps it. */
const keepCapitals = (whole: string, lowered: string): string => (/^[A-Z]{2}|^[A-Z]-/.test(whole) ? whole : lowered)

export const specialtyTitle = ({ name }: SpecialtyHub): string => `${name}: its codes, work RVUs and Medicare volumes`

export const specialtyDescription = (hub: SpecialtyHub): string =>
  `${specialtyFinding(hub)}. ${plural(hub.codes, 'code')} of the specialty, each with its work RVU.`

export const specialtyCrumbs = ({ name }: SpecialtyHub): readonly Crumb[] => [
  { label: 'CPT Codes', href: '/cpt-codes' },
  { label: 'Specialties', href: '/specialties' },
  { label: name },
]
