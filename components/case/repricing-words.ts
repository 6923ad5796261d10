import { readFactor } from '@/lib/domain/shared/exact'
import { minus, plus, printRatio } from '@/lib/domain/shared/ratio'
import type { Repricing } from '@/lib/features/repricing/schema'
import { formatWorkRvuChange } from '@/lib/format/number'

const exact = (amount: string) => readFactor(amount) ?? { numerator: 0n, denominator: 1n }

/** How much `is` is more than `was`: decimal text. */
export const difference = (was: string, is: string, places: number): string =>
  printRatio(minus(exact(is), exact(was)), places)

/** Credited and training work together: a person has the one or the other. */
export function creditedChange({ before, after }: Pick<Repricing, 'before' | 'after'>): string {
  const sum = (totals: Repricing['before']) => plus(exact(totals.creditedWorkRvu), exact(totals.trainingWorkRvu))
  return formatWorkRvuChange(printRatio(minus(sum(after), sum(before)), 4))
}
