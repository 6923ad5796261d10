import { allowedTotal, countedTotal, isTraining } from '@/lib/domain/calculator/difference'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import type { Answered } from '@/lib/features/calculator/schema'
import { formatDollars, formatWorkRvu } from '@/lib/format/number'

/** The place of the answer, for links to it. */
export const ANSWER_ID = 'answer'

interface TotalBarProps {
  readonly first: Answered | null
  /** Of a second case. */
  readonly second: Answered | null
}

/** On a phone the answer stands far below the entry: its sums stay in sight while one enters, and lead to it. */
export function TotalBar({ first, second }: TotalBarProps) {
  if (!first) return null
  return (
    <div className="total-bar" data-screen>
      <a
        href={`#${ANSWER_ID}`}
        className="wrap flex min-h-14 items-center justify-between gap-3 py-2 text-14 text-paper no-underline"
      >
        <span className="grid leading-data font-strong">
          <span>{sumWords(first)}</span>
          {second && <span>{sumWords(second)}</span>}
        </span>
        <span className="whitespace-nowrap underline underline-offset-3">Line by line</span>
      </a>
    </div>
  )
}

const sumWords = (answered: Answered): string => (answered.ok ? totals(answered.answer) : 'Not calculated as entered')

function totals(answer: CalculatedCase): string {
  const allowed = allowedTotal(answer)
  const { asaUnits, manual } = answer.totals
  const counted = formatWorkRvu(countedTotal(answer))
  const isWork = counted !== '0.00' || (asaUnits === '0.0' && manual.lines === 0)
  return [
    ...(isWork ? [`${counted} ${isTraining(answer) ? 'in training' : 'credited'}`] : []),
    ...(asaUnits === '0.0' ? [] : [`${asaUnits} units`]),
    ...(allowed === null ? [] : [formatDollars(allowed)]),
    ...(manual.lines === 0 ? [] : [`${formatWorkRvu(manual.creditedWorkRvu)} apart`]),
  ].join(', ')
}
