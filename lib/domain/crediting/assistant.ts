import { factor, ZERO } from '../shared/exact'
import type { ScheduleRow } from '../schedule/row'
import { adjustment, notPayable, type Adjustment, type AdjustmentInput } from './adjustment'
import type { Practitioner, Role } from './case'
import { CITATION } from './citation'
import type { Note } from './explanation'

const SURGEON_SHARE = factor('0.16')
const APP_SHARE = factor('0.136')
const APPS: readonly Practitioner[] = ['np', 'pa', 'cns']

const noteOf = (modifier: string): Note => ({
  rule: 'assistant-at-surgery',
  reason:
    modifier === 'AS'
      ? 'Assistant who is a PA, NP or CNS: 85% of the 16% of a surgeon, 13.6% of the fee.'
      : 'Assistant at surgery: 16% of the fee.',
  citation: modifier === 'AS' ? CITATION.assistantApp : CITATION.assistant,
})

/** Why Medicare never pays an assistant on this row; null where it may (domain C3: 0 with documentation, 2 always). */
function refusalOf(indicator: string): string | null {
  if (indicator === '0' || indicator === '2') return null
  return indicator === '1'
    ? 'Medicare never pays an assistant for this operation.'
    : 'An assistant does not apply to this code.'
}

const creditReason = (modifier: string): string =>
  modifier === 'AS' ? 'Assistant who is a PA, NP or CNS: 13.6% of the work.' : 'Assistant at surgery: 16% of the work.'

const NOT_THE_PHYSICIAN = 'AS credits the PA, NP or CNS who assisted, not the physician.'

/** Share of the fee and of the work of an assistant at surgery, by the row's own indicator (domain C3, C4). */
export function assistantAdjustment(modifier: string, { row, practitioner }: AdjustmentInput): Adjustment {
  const refusal = refusalOf(row.assistant)
  if (refusal !== null) {
    return notPayable(modifier, { rule: 'assistant-not-payable', reason: refusal, citation: CITATION.assistant })
  }
  const share = modifier === 'AS' ? APP_SHARE : SURGEON_SHARE
  const note = noteOf(modifier)
  const documented = row.assistant === '0'
  const uncredited = modifier === 'AS' && practitioner === 'physician'
  return adjustment(
    modifier,
    documented ? { ...note, reason: `${note.reason} Payable only with documentation of the need.` } : note,
    {
      effect: 'multiply',
      payment: share,
      credit: uncredited ? ZERO : share,
      creditNote: { ...note, reason: uncredited ? NOT_THE_PHYSICIAN : creditReason(modifier) },
      flags: documented ? ['NEEDS_DOCUMENTATION'] : [],
    },
  )
}

const SETTLED = ['80', '81', '82', 'AS', '62', '66', '54', '55', '56']

/** The assistant modifier that a role stands for where the line names none; null where it adds nothing (domain C3). */
export function impliedAssistant(
  role: Role,
  practitioner: Practitioner,
  row: ScheduleRow,
  modifiers: readonly string[],
): string | null {
  if (role !== 'assistant' || row.assistant === '9' || modifiers.some((each) => SETTLED.includes(each))) return null
  return APPS.includes(practitioner) ? 'AS' : '80'
}
