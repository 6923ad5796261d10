import type { CalculatedCase, CalculatedLine } from '../crediting/case'
import { isManual } from '../crediting/manual-totals'
import { OTHER_CLINICIAN } from '../crediting/practitioner'
import { cents, credit, printCents, printCredit, type Cents, type Credit } from '../shared/exact'

/** An amount in both answers and what came between; null where there is none. Decimal text. */
export type Change = { readonly first: string | null; readonly second: string | null; readonly change: string | null }

export type LineChange = {
  readonly first: CalculatedLine
  readonly second: CalculatedLine
  readonly counted: Change
  readonly allowed: Change
}

/** What a line counts for whoever did it: training work in training, credited work otherwise. */
export const countedOf = (line: CalculatedLine): string | null => line.trainingWorkRvu ?? line.creditedWorkRvu

export const isTraining = (answer: CalculatedCase): boolean =>
  answer.lines.some((line) => line.trainingWorkRvu !== null)

/** In the totals: not another clinician's work, and no value entered by hand. */
export const isInTotals = (line: CalculatedLine): boolean =>
  !isManual(line) && !line.steps.some(({ rule }) => rule === OTHER_CLINICIAN.rule)

/** The total of what counts, decimal text of four places. */
export function countedTotal(answer: CalculatedCase): string {
  if (!isTraining(answer)) return answer.totals.creditedWorkRvu
  const lines = answer.lines.filter(isInTotals)
  return printCredit(lines.reduce((sum, line) => sum + credit(line.trainingWorkRvu ?? '0'), 0n) as Credit)
}

function changeOf(
  first: string | null,
  second: string | null,
  between: (first: string, second: string) => string,
): Change {
  return { first, second, change: first === null || second === null ? null : between(first, second) }
}

const workBetween = (first: string, second: string): string => printCredit((credit(second) - credit(first)) as Credit)
const dollarsBetween = (first: string, second: string): string => printCents((cents(second) - cents(first)) as Cents)

/** Line by line, where both answers are of the same lines; an answer with other lines has none of them. */
export function lineChanges(first: CalculatedCase, second: CalculatedCase): readonly LineChange[] {
  return first.lines.flatMap((line, at) => {
    const other = second.lines[at]
    if (other?.code !== line.code) return []
    return [
      {
        first: line,
        second: other,
        counted: changeOf(countedOf(line), countedOf(other), workBetween),
        allowed: changeOf(line.allowed, other.allowed, dollarsBetween),
      },
    ]
  })
}

/** What Medicare allows for the case; null where no line of it has an amount, which is not the same as nothing. */
export const allowedTotal = ({ lines, totals }: CalculatedCase): string | null =>
  lines.some((line) => line.allowed !== null && isInTotals(line)) ? totals.allowed : null

/** Of the same lines, sums are set against each other only where the same ones have an amount. */
function areComparable(first: CalculatedCase, second: CalculatedCase): boolean {
  const changes = lineChanges(first, second)
  const sameLines = changes.length === first.lines.length && changes.length === second.lines.length
  return !sameLines || changes.every(({ allowed }) => (allowed.first === null) === (allowed.second === null))
}

export type TotalChange = { readonly counted: Change; readonly allowed: Change }

/** Where every line of both has a value entered by hand, those are what is set side by side; null elsewhere. */
export function enteredChange(first: CalculatedCase, second: CalculatedCase): TotalChange | null {
  if (![first, second].every(({ lines }) => lines.length > 0 && lines.every(isManual))) return null
  const [before, after] = [first.totals.manual, second.totals.manual]
  return {
    counted: changeOf(before.creditedWorkRvu, after.creditedWorkRvu, workBetween),
    allowed: changeOf(before.allowed, after.allowed, dollarsBetween),
  }
}

export function totalChange(first: CalculatedCase, second: CalculatedCase): TotalChange {
  const allowed = changeOf(allowedTotal(first), allowedTotal(second), dollarsBetween)
  return {
    counted: changeOf(countedTotal(first), countedTotal(second), workBetween),
    allowed: areComparable(first, second) ? allowed : { ...allowed, change: null },
  }
}
