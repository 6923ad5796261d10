import { manualWork } from '@/lib/domain/crediting/manual-totals'
import { credit, printCredit } from '@/lib/domain/shared/exact'
import type { CaseItem } from '@/lib/features/cases/schema'
import { formatWorkRvu } from '@/lib/format/number'

/** What the person's own work on a case counts: training work for trainees, credited work otherwise. */
export const ownWork = (item: CaseItem): string =>
  item.totals.trainingWorkRvu === '0.0000' ? item.totals.creditedWorkRvu : item.totals.trainingWorkRvu

/** `, 12.00 entered by you`: what is in no sum of these cases; nothing where there is none. */
export function enteredWords(items: readonly CaseItem[]): string {
  const entered = manualWork(items.flatMap(({ lines }) => lines))
  return entered === '0.0000' ? '' : `, ${formatWorkRvu(entered)} entered by you, apart`
}

export function sumCredited(items: readonly CaseItem[]): string {
  const sum = items.reduce((total, item) => total + credit(ownWork(item)), 0n)
  return printCredit(sum as ReturnType<typeof credit>)
}
