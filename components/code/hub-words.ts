import type { Hub } from '@/lib/features/hubs/schema'
import { plural } from '@/lib/format/number'
import type { Crumb } from '../ui/breadcrumb'
import { releaseWords } from './release-words'

export function hubCrumbs(hub: Hub): readonly Crumb[] {
  return [
    { label: 'CPT Codes', href: '/cpt-codes' },
    ...(hub.parent ? [{ label: hub.parent.name, href: `/cpt-codes/${hub.parent.slug}` }] : []),
    { label: hub.name },
  ]
}

/** `Digestive tract: 898 codes; in the middle of those with work, 9.47`. */
export function hubFinding(hub: Hub): string {
  const codes = `${plural(hub.codes, 'code')}${hub.release?.official ? '' : ' known here'}`
  if (hub.medianWorkRvu === null) return `${hub.name}: ${codes}, none with work RVUs`
  return `${hub.name}: ${codes}, ${hub.medianWorkRvu} work RVU in the middle`
}

export function hubDescription(hub: Hub): string {
  const release = hub.release ? ` Release ${releaseWords(hub.release)}.` : ''
  return `${hubFinding(hub)}. Each with its value, how it is built, and every release held.${release}`
}
