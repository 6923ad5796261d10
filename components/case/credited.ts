import { credit, printCredit } from '@/lib/domain/shared/exact'
import type { CaseItem } from '@/lib/features/cases/schema'

/** What the person's own work on a case counts: training work for trainees, credited work otherwise. */
export const ownWork = (item: CaseItem): string =>
  item.totals.trainingWorkRvu === '0.0000' ? item.totals.creditedWorkRvu : item.totals.trainingWorkRvu

export function sumCredited(items: readonly CaseItem[]): string {
  const sum = items.reduce((total, item) => total + credit(ownWork(item)), 0n)
  return printCredit(sum as ReturnType<typeof credit>)
}
