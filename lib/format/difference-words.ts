import { enteredChange, totalChange, type Change } from '../domain/calculator/difference'
import type { CalculatedCase } from '../domain/crediting/case'
import { formatDollarsAndCents, formatWorkRvu } from './number'

/** What two answers are called: the first inside a sentence, the second at its start. */
export type AnswerNames = { readonly first: string; readonly second: string }

const isSame = ({ change }: Change): boolean => change !== null && /^[0.]*$/.test(change)

function changeWords(change: Change, format: (amount: string) => string): string {
  if (isSame(change)) return 'the same'
  const text = change.change ?? '0'
  return text.startsWith('-') ? `${format(text.slice(1))} less` : `${format(text)} more`
}

const enteredIn = ({ totals: { manual } }: CalculatedCase): string =>
  `${formatWorkRvu(manual.creditedWorkRvu)} credited and ${formatDollarsAndCents(manual.allowed)} allowed`

/** Values entered by hand are in no sum, so no sum of them is compared; null without any, and where nothing else is. */
export function enteredBesideWords(first: CalculatedCase, second: CalculatedCase): string | null {
  const none = first.totals.manual.lines === 0 && second.totals.manual.lines === 0
  if (none || enteredChange(first, second) !== null) return null
  return `Values entered by hand are in neither sum: ${enteredIn(first)} in the first, ${enteredIn(second)} in the second.`
}

/** `RVU26C credits 0.36 less and allows $12.10 more than RVU25D`; dollars only where they can be set side by side. */
export function differenceWords(first: CalculatedCase, second: CalculatedCase, names: AnswerNames): string {
  const entered = enteredChange(first, second)
  const { counted, allowed } = entered ?? totalChange(first, second)
  const parts = [
    `credits ${changeWords(counted, formatWorkRvu)}`,
    ...(allowed.change === null ? [] : [`allows ${changeWords(allowed, formatDollarsAndCents)}`]),
  ]
  const same = isSame(counted) && (allowed.change === null || isSame(allowed))
  const end = entered === null ? '' : ', by values entered by hand'
  return `${names.second} ${parts.join(' and ')} ${same ? 'as' : 'than'} ${names.first}${end}`
}
