import { readFactor } from '@/lib/domain/shared/exact'
import { minus, plus, printRatio } from '@/lib/domain/shared/ratio'
import type { Repricing, StaleCases } from '@/lib/features/repricing/schema'
import { formatWorkRvuChange, plural } from '@/lib/format/number'

const exact = (amount: string) => readFactor(amount) ?? { numerator: 0n, denominator: 1n }

/** How much `is` is more than `was`: decimal text. */
export const difference = (was: string, is: string, places: number): string =>
  printRatio(minus(exact(is), exact(was)), places)

/** Credited and training work together: a person has the one or the other. */
export function creditedChange({ before, after }: Pick<Repricing, 'before' | 'after'>): string {
  const sum = (totals: Repricing['before']) => plus(exact(totals.creditedWorkRvu), exact(totals.trainingWorkRvu))
  return formatWorkRvuChange(printRatio(minus(sum(after), sum(before)), 4))
}

/** `3 cases were saved before RVU26D was installed`; also where a policy was written for a time that was past. */
export function staleWords({ cases, releases, policies }: StaleCases): string {
  const reasons = [
    releases.length > 0 ? `${releases.join(', ')} was installed` : '',
    policies.length > 0 ? `${policies.join('; ')} was written` : '',
  ].filter(Boolean)
  return `${plural(cases, 'case')} ${cases === 1 ? 'was' : 'were'} saved before ${reasons.join(', or before ')}`
}
