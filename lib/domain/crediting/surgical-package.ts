import { ONE, percent, times, type Factor } from '../shared/exact'
import type { ScheduleRow } from '../schedule/row'
import { adjustment, notPayable, type Adjustment, type AdjustmentInput } from './adjustment'
import { CITATION } from './citation'
import type { Note } from './explanation'
import type { Settings } from './settings'

const POSTOPERATIVE_DAYS: Readonly<Record<string, number>> = { '010': 10, '090': 90 }

/** 54, 55 and 56 divide the package of a 010 or 090 operation; no other code has one (domain C4). */
export const hasPackage = (row: ScheduleRow): boolean => row.globalPeriod in POSTOPERATIVE_DAYS

const hundredths = (share: bigint): Factor => ({ numerator: share, denominator: 100n })

/** Twelve brachytherapy rows have a global period and no fractions: nothing can be divided. */
const isUndivided = (row: ScheduleRow): boolean => row.preOp + row.intraOp + row.postOp === 0n

/** The part of the days after an operation that this clinician holds; all of them where none are given. */
export function daysHeld(row: ScheduleRow, days: number | null): Factor {
  const total = POSTOPERATIVE_DAYS[row.globalPeriod] ?? 1
  if (days === null || days >= total) return ONE
  return { numerator: BigInt(days), denominator: BigInt(total) }
}

const postoperativeFactor = (row: ScheduleRow, days: number | null): Factor =>
  times(hundredths(row.postOp), daysHeld(row, days))

function divided(modifier: string, share: Factor, words: string): Adjustment {
  const note: Note = {
    rule: 'surgical-package',
    reason: `${words}: ${percent(share)} of the package.`,
    citation: CITATION.package,
  }
  return adjustment(modifier, note, { effect: 'multiply', payment: share, credit: share })
}

function preoperativeOnly(modifier: string, row: ScheduleRow): Adjustment {
  const note: Note = {
    rule: 'preoperative-only',
    reason: 'Medicare does not recognize 56: care before the operation is paid inside 54.',
    citation: CITATION.package,
  }
  const share = hundredths(row.preOp)
  const credited = { ...note, reason: `Care before the operation: ${percent(share)} of the package.` }
  return { ...notPayable(modifier, note, share), creditNote: credited }
}

function returnToRoom(
  modifier: string,
  row: ScheduleRow,
  withoutPackage: Settings['returnWithoutPackage'],
): Adjustment {
  const note = { rule: 'return-to-operating-room', citation: CITATION.returnToRoom }
  if (!hasPackage(row) || row.intraOp === 0n) {
    if (withoutPackage === 'by-report') {
      const reason = 'Return to the operating room: this code has no package to divide, so it is priced by report.'
      return adjustment(modifier, { ...note, reason }, { effect: 'by-report', flags: ['BY_REPORT'] })
    }
    const reason = 'Return to the operating room: this code has no package to divide, so its full value counts.'
    return adjustment(modifier, { ...note, reason }, { effect: 'remark', credit: ONE })
  }
  const share = hundredths(row.intraOp)
  const reason = `Return to the operating room: the operation alone, ${percent(share)} of the package. No new period begins.`
  return adjustment(modifier, { ...note, reason }, { effect: 'multiply', payment: share, credit: share })
}

/** Shares of a global package for 54, 55, 56 and 78 (domain A4, C4; manual, chapter 12, sections 40.2 and 40.4). */
export function packageAdjustment(modifier: string, { row, line, settings }: AdjustmentInput): Adjustment {
  if (modifier === '78') return returnToRoom(modifier, row, settings.returnWithoutPackage)
  if (modifier !== '56' && isUndivided(row)) {
    const reason = 'CMS publishes no division of this package: it is priced by report.'
    const note: Note = { rule: 'surgical-package', reason, citation: CITATION.package }
    return adjustment(modifier, note, { effect: 'by-report', credit: null, flags: ['BY_REPORT'] })
  }
  if (modifier === '54')
    return divided(modifier, hundredths(row.preOp + row.intraOp), 'The operation without the care after it')
  if (modifier === '55')
    return divided(modifier, postoperativeFactor(row, line.postoperativeDays), 'Care after the operation')
  return preoperativeOnly(modifier, row)
}
