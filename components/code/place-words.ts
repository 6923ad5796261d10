import type { PlaceOfService } from '@/lib/domain/schedule/place-of-service'
import type { PlaceExample } from '@/lib/features/hubs/schema'
import { formatDollars } from '@/lib/format/number'

/** `99213 pays $95.19 in the office and $57.45 in a facility: 18 of 52 places are one`. */
export function placesFinding(places: readonly PlaceOfService[], example: PlaceExample | null): string {
  const facilities = places.filter(({ setting }) => setting === 'facility').length
  const counted = `${facilities} of ${places.length} places of service`
  if (!example) return `${counted} are paid as a facility`
  return `${example.code} pays ${formatDollars(example.nonFacility)} in the office and ${formatDollars(example.facility)} in a facility, which ${counted} are`
}
