import {
  cents,
  credit,
  printCents,
  printCredit,
  printRvu,
  rvu,
  type Cents,
  type Credit,
  type Rvu,
} from '../shared/exact'
import type { CalculatedLine, CaseTotals } from './case'

type Counted = Pick<CalculatedLine, 'flags' | 'allowed' | 'workRvu' | 'creditedWorkRvu'>

export const isManual = ({ flags }: Pick<CalculatedLine, 'flags'>): boolean => flags.includes('MANUAL_VALUE')

/** What the lines with values entered by hand add up to; they are in no other total. */
export function manualTotals(lines: readonly Counted[]): CaseTotals['manual'] {
  const entered = lines.filter(isManual)
  const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, each) => total + each, 0n)
  return {
    allowed: printCents(sum(entered.map((line) => cents(line.allowed ?? '0'))) as Cents),
    workRvu: printRvu(sum(entered.map((line) => rvu(line.workRvu ?? '0'))) as Rvu),
    creditedWorkRvu: printCredit(sum(entered.map((line) => credit(line.creditedWorkRvu ?? '0'))) as Credit),
    lines: entered.length,
  }
}

type Worked = Pick<CalculatedLine, 'flags' | 'creditedWorkRvu' | 'trainingWorkRvu'>

/** What the person's own work on such lines counts: in training for trainees, credited otherwise; four decimals. */
export function manualWork(lines: readonly Worked[]): string {
  const amounts = lines.filter(isManual).map((line) => credit(line.trainingWorkRvu ?? line.creditedWorkRvu ?? '0'))
  return printCredit(amounts.reduce((total, each) => total + each, 0n) as Credit)
}
