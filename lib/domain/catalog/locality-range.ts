import { priceRow } from '../crediting/row-price'
import { standingOf } from '../crediting/status'
import type { Locality } from '../schedule/locality'
import type { Setting } from '../schedule/place-of-service'
import type { ScheduleRow } from '../schedule/row'
import type { Cents, ConversionFactor } from '../shared/exact'

export type LocalityFee = { readonly locality: Locality; readonly fee: Cents }

/** What localities pay for a row, in dollars of the standard factor. */
export type LocalityRange = {
  readonly of: number
  readonly least: LocalityFee
  /** The lower of the two in the middle, where they are an even number. */
  readonly middle: LocalityFee
  readonly most: LocalityFee
}

/** Where one unit of a row pays least and most (domain B1, B4); null where there is no national amount, or no localities. */
export function localityRange(
  row: ScheduleRow,
  setting: Setting,
  conversionFactor: ConversionFactor,
  localities: readonly Locality[],
): LocalityRange | null {
  if (standingOf(row) !== 'priced') return null
  const fees = localities.flatMap((locality) => {
    const price = priceRow(row, { setting, gpci: locality.gpci, conversionFactor })
    return price && price.fee > 0n ? [{ locality, fee: price.fee }] : []
  })
  const sorted = fees.toSorted((a, b) => (a.fee < b.fee ? -1 : Number(a.fee > b.fee)))
  const [least, middle, most] = [sorted[0], sorted[(sorted.length - 1) >> 1], sorted.at(-1)]
  return least && middle && most ? { of: sorted.length, least, middle, most } : null
}
