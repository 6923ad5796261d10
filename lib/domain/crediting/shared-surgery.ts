import { factor } from '../shared/exact'
import { adjustment, notPayable, type Adjustment, type AdjustmentInput } from './adjustment'
import { CITATION } from './citation'
import type { Note } from './explanation'

const CO_SURGEON_SHARE = factor('0.625')
const CITED = { rule: 'co-surgeon', citation: CITATION.coSurgeon }

/** Indicators 1 and 2 allow it, 1 with documentation; 0 and 9 do not (domain C3). */
const isAllowed = (indicator: string): boolean => indicator === '1' || indicator === '2'

/** Two surgeons, 62.5% to each (domain C3; Medicare Claims Processing Manual, chapter 12, section 40.8). */
export function coSurgeonAdjustment(modifier: string, { row }: AdjustmentInput): Adjustment {
  if (!isAllowed(row.coSurgeon)) {
    return notPayable(modifier, {
      ...CITED,
      rule: 'co-surgeon-not-payable',
      reason: 'Two surgeons are not paid for this code.',
    })
  }
  const documented = row.coSurgeon === '1'
  const reason = documented
    ? 'Two surgeons: 62.5% to each. Payable only with documentation of the need for both.'
    : 'Two surgeons of different specialties: 62.5% to each.'
  return adjustment(
    modifier,
    { ...CITED, reason },
    {
      effect: 'multiply',
      payment: CO_SURGEON_SHARE,
      credit: CO_SURGEON_SHARE,
      flags: documented ? ['NEEDS_DOCUMENTATION'] : [],
    },
  )
}

/** A surgical team is priced by report: there is no share to compute (domain C3). */
export function teamAdjustment(modifier: string, { row }: AdjustmentInput): Adjustment {
  if (!isAllowed(row.team)) {
    return notPayable(modifier, {
      ...CITED,
      rule: 'team-not-payable',
      reason: 'A surgical team is not paid for this code.',
    })
  }
  const note: Note = { ...CITED, rule: 'surgical-team', reason: 'A surgical team is priced by report.' }
  return adjustment(modifier, note, {
    effect: 'by-report',
    credit: null,
    creditNote: { ...note, reason: 'A team member has no set share of the work. Enter your own value.' },
    flags: row.team === '1' ? ['BY_REPORT', 'NEEDS_DOCUMENTATION'] : ['BY_REPORT'],
  })
}
