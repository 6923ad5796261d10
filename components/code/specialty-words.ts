import type { SpecialtyHub } from '@/lib/features/specialties/schema'
import { formatCount, plural } from '@/lib/format/number'
import type { Crumb } from '../ui/breadcrumb'

/** `General Surgery: Medicare paid most often for 99213, Office visit, ..., 261,000 services in 2023`. */
export function specialtyFinding({ name, used, codes, year }: SpecialtyHub): string {
  // Units of a drug or tests of a laboratory are no work of anybody's hands.
  const first = used.find(({ workRvu }) => workRvu !== null && Number(workRvu) > 0)
  if (!first) return `${name}: ${plural(codes, 'code')} known here`
  const title = first.title.charAt(0).toLowerCase() + first.title.slice(1)
  return `${name} is paid most often for ${first.code}, ${keepCapitals(first.title, title)}: ${formatCount(first.services)} Medicare services in ${year}`
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
