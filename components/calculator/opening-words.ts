import { allowedTotal, countedTotal, isTraining } from '@/lib/domain/calculator/difference'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import type { Answered } from '@/lib/features/calculator/schema'
import { formatDollars, formatWorkRvu, plural } from '@/lib/format/number'

/** What was found out of a case, in a sentence or three. */
export function openingWords(first: Answered | null): string {
  if (!first) return 'Price a whole case as Medicare would, and credit it as your plan does'
  if (!first.ok) return 'This case cannot be calculated as entered'
  const { answer } = first
  return [workWords(answer), unitWords(answer), allowedWords(answer), enteredWords(answer)].filter(Boolean).join(' ')
}

const ofWhat = ({ lines }: CalculatedCase) => ({
  anesthesia: lines.some(({ status }) => status === 'J'),
  work: lines.some(({ workRvu, flags }) => workRvu !== null && workRvu !== '0.00' && !flags.includes('MANUAL_VALUE')),
  entered: lines.every(({ flags }) => flags.includes('MANUAL_VALUE')),
})

/** Of anesthesia and of entered values alone, no work RVU of the schedule is worth a word. */
function workWords(answer: CalculatedCase): string {
  const { anesthesia, work, entered } = ofWhat(answer)
  if (!work && (anesthesia || entered)) return ''
  const counted = `${isTraining(answer) ? 'Counted in training' : 'Credited'} at ${formatWorkRvu(countedTotal(answer))}`
  return `Listed at ${formatWorkRvu(answer.totals.workRvu)} work RVUs. ${counted}.`
}

const unitWords = ({ totals }: CalculatedCase): string =>
  totals.asaUnits === '0.0' ? '' : `${totals.asaUnits} anesthesia units.`

function allowedWords(answer: CalculatedCase): string {
  if (ofWhat(answer).entered) return ''
  const total = allowedTotal(answer)
  if (total !== null) return `Medicare would allow ${formatDollars(total)}.`
  return ofWhat(answer).anesthesia
    ? 'It has no amount yet: see what each line wants.'
    : 'No Medicare amount is held here.'
}

function enteredWords({ totals: { manual } }: CalculatedCase): string {
  if (manual.lines === 0) return ''
  return `By ${plural(manual.lines, 'value')} of your own, apart: ${formatWorkRvu(manual.creditedWorkRvu)} credited, ${formatDollars(manual.allowed)} allowed.`
}
