import type { DateRange, WorkCalendar } from '../pace/working-days'
import type { CalendarDate } from '../shared/date'
import { readFactor, times } from '../shared/exact'
import { printRatio } from '../shared/ratio'
import { medicarePart, type MedicarePart } from './medicare-part'
import { positionOf, type Position } from './position'
import type { BenchmarkTable } from './table'

export type MedicareWork = {
  /** Credited work RVUs so far, of all cases and of Medicare cases alone, decimal text. */
  readonly total: string
  readonly medicare: string
  readonly medicareCases: number
  /** Percent of work that is Medicare, as the person stated it; null until stated. */
  readonly statedPercent: string | null
  readonly period: DateRange
  readonly asOf: CalendarDate
  readonly calendar: WorkCalendar
}

/** What may be said of someone on a Medicare-only table, or why nothing may. */
export type MedicareStanding =
  | {
      readonly kind: 'placed'
      readonly table: BenchmarkTable
      readonly part: MedicarePart
      readonly position: Position
    }
  | { readonly kind: 'share-unknown'; readonly table: BenchmarkTable }
  | { readonly kind: 'no-percentiles'; readonly table: BenchmarkTable }
  | { readonly kind: 'no-table' }

/** A percentage as a share: `22.5` is `0.225`. */
function shareOf(percent: string): string {
  const amount = readFactor(percent)
  return amount ? printRatio(times(amount, { numerator: 1n, denominator: 100n }), 6) : percent
}

function partOf({ medicare, medicareCases, total, statedPercent }: MedicareWork): MedicarePart | null {
  const part =
    medicareCases > 0
      ? medicarePart({ medicareLines: medicare })
      : medicarePart({ total, share: shareOf(statedPercent ?? '0') })
  return part.ok ? part.value : null
}

/**
 * Places Medicare work on the specialty's table (domain G): the cases marked Medicare where there are any, else the
 * total times the share that the person stated, annualized by working days. Never the total itself.
 */
export function medicareStanding(tables: readonly BenchmarkTable[], work: MedicareWork): MedicareStanding {
  const table = tables.find((each) => each.isDefault) ?? tables[0]
  if (!table) return { kind: 'no-table' }
  const { percentiles, basis } = table
  if (Object.values(percentiles).every((amount) => amount === null)) return { kind: 'no-percentiles', table }
  const part = partOf(work)
  if (!part) return { kind: 'share-unknown', table }
  const { period, asOf, calendar } = work
  const earned = { period, asOf, calendar }
  const position = positionOf({ percentiles, basis, of: { value: part.value }, clinicalFte: null, earned })
  return position.ok ? { kind: 'placed', table, part, position: position.value } : { kind: 'no-percentiles', table }
}
