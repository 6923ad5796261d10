import type { Staleness } from '@/lib/domain/crediting/staleness'
import { readFactor } from '@/lib/domain/shared/exact'
import { minus, plus, printRatio } from '@/lib/domain/shared/ratio'
import type { RepricedCase, Repricing } from '@/lib/features/repricing/schema'
import { formatDollarsChange, formatWorkRvu, formatWorkRvuChange, plural } from '@/lib/format/number'
import { policyNames } from '../dashboard/words'

const exact = (amount: string) => readFactor(amount) ?? { numerator: 0n, denominator: 1n }

/** How much `is` is more than `was`: decimal text. */
export const difference = (was: string, is: string, places: number): string =>
  printRatio(minus(exact(is), exact(was)), places)

type Sums = Pick<Repricing, 'before' | 'after'>

/** Credited and training work together: a person has the one or the other. */
function workChange({ before, after }: Sums): string {
  const sum = (totals: Repricing['before']) => plus(exact(totals.creditedWorkRvu), exact(totals.trainingWorkRvu))
  return printRatio(minus(sum(after), sum(before)), 4)
}

export const hasTraining = ({ before, after }: Sums): boolean => isSome(before.trainingWorkRvu, after.trainingWorkRvu)

/** True where one of the amounts is not zero. */
export const isSome = (...amounts: readonly string[]): boolean =>
  amounts.some((amount) => exact(amount).numerator !== 0n)

const workName = (sums: Sums): string => (hasTraining(sums) ? 'training work' : 'credited work')

/** What re-pricing would do, by the first sum that it moves. */
export function offerWords({ cases, moved, ...sums }: Pick<Repricing, 'cases' | 'moved'> & Sums): string {
  const these = `Re-pricing ${plural(cases, 'case')}`
  if (moved === 0)
    return `${these} would change no number, only the release or policy behind ${cases === 1 ? 'it' : 'them'}`
  const work = workChange(sums)
  if (isSome(work)) return `${these} would change your ${workName(sums)} by ${formatWorkRvuChange(work)}`
  const own = difference(sums.before.manual, sums.after.manual, 4)
  if (isSome(own)) return `${these} would change the work you entered yourself by ${formatWorkRvuChange(own)}`
  const allowed = difference(sums.before.allowed, sums.after.allowed, 2)
  return isSome(allowed)
    ? `${these} would leave your ${workName(sums)} as it is, and change what Medicare allows by ${formatDollarsChange(allowed)}`
    : `${these} would change single cases and leave the sums as they are`
}

/** What re-pricing did. */
export function doneWords({ applied, ...sums }: Pick<Repricing, 'applied'> & Sums): string {
  const work = workChange(sums)
  const change = isSome(work)
    ? `${formatWorkRvuChange(work)} ${workName(sums)}`
    : `your ${workName(sums)} stayed as it was`
  return `${plural(applied, 'case')} re-priced: ${change}`
}

/** `3 cases were saved before RVU26D was installed`; also where another policy counts for their days by now. */
export function staleWords({ cases, releases, policies }: Staleness): string {
  const reasons = [
    releases.length > 0 ? `${releases.join(', ')} was installed` : '',
    policies.length > 0 ? `${policyNames(policies)} came into use` : '',
  ].filter(Boolean)
  return `${plural(cases, 'case')} ${cases === 1 ? 'was' : 'were'} saved before ${reasons.join(', or before ')}`
}

/** Why a case changes: another release, another policy, a value of one's own that CMS sets by now. */
export function changeWords({ releases, policy, manual }: RepricedCase): string {
  const [from, to] = [releases.before.join(', '), releases.after.join(', ')]
  const reasons = [
    from === to ? '' : `${to} for ${from}.`,
    policy.before === policy.after ? '' : `${policyNames([policy.after])} for ${policyNames([policy.before])}.`,
    ownWords(manual),
  ].filter(Boolean)
  return reasons.length > 0 ? reasons.join(' ') : `${to} as it is installed now.`
}

function ownWords({ before, after }: RepricedCase['manual']): string {
  if (!isSome(difference(before, after, 4))) return ''
  return isSome(after)
    ? `The work you entered becomes ${formatWorkRvu(after)} for ${formatWorkRvu(before)}.`
    : `The ${formatWorkRvu(before)} you entered gives way to the value that CMS sets.`
}
