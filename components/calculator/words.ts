import type { AddressPart, AddressProblem } from '@/lib/domain/calculator/address'
import type { LineFault } from '@/lib/domain/calculator/line'
import type { PlanFault } from '@/lib/domain/calculator/plan'
import { MOST_DAYS, MOST_LINES, MOST_MINUTES } from '@/lib/domain/calculator/state'
import type { Flag } from '@/lib/domain/crediting/case'
import { MOST_FACTORS } from '@/lib/domain/crediting/own-factor'
import { ordinal } from '@/lib/format/percentile'

const PART_NAMES: Readonly<Record<AddressPart, string>> = {
  date: 'date of service',
  at: 'locality',
  by: 'practitioner',
  role: 'role',
  qp: 'part on the payment model (qp)',
  participating: 'part on participating',
  release: 'release',
}
const PART_HOW: Readonly<Record<AddressPart, string>> = {
  date: 'Write it as 2026-03-02.',
  at: 'Write carrier and locality, as 10112-00.',
  by: 'Choose one of the list.',
  role: 'Choose one of the list.',
  qp: 'Write yes or no.',
  participating: 'Write yes or no.',
  release: 'Write it as RVU26C.',
}

/** What to write instead of the part of a line that was not understood. */
const LINE_HOW: Readonly<Record<LineFault, string>> = {
  shape: 'Write a line as 47562-22*2@22.',
  tail: 'Behind ~ write 2026-03-02, 95min, 30days, induction, work12.00, allowed850.00, like47562 or other.',
  date: 'Write its date as ~2026-03-02, a day that exists.',
  minutes: `Write its minutes as ~95min, at most ${MOST_MINUTES.toLocaleString('en-US')}.`,
  days: `Write the days held as ~30days, at most ${MOST_DAYS}.`,
  induction: 'Write ~induction once.',
  work: 'Write a work RVU of at most two decimals as ~work12.00.',
  allowed: 'Write dollars of at most two decimals as ~allowed850.00.',
  like: 'Write the comparable code as ~like47562.',
  other: 'Write ~other once.',
}

const SWITCH_HOW = 'Write it with -on or -off behind it, as multiple-off.'

/** What to write instead of the part of a plan that was not understood. */
const PLAN_HOW: Readonly<Record<PlanFault, string>> = {
  base: 'Begin with cms_adjusted, partial or unadjusted.',
  part: 'Behind ~ write multiple-off, endoscopy-off, assistants-off, split-half, RVU24A or a factor, as 80*0.2.',
  multiple: SWITCH_HOW,
  endoscopy: SWITCH_HOW,
  assistants: SWITCH_HOW,
  split: 'Write ~split-half or ~split-biller.',
  schedule: 'Write the release whose work RVUs always count as ~RVU24A.',
  modifier: 'There is no such modifier: write one that claims carry, as ~80*0.2.',
  factor: 'Write a factor of 0 to 3 with at most four decimals, as ~80*0.2.',
  twice: 'Write each part once.',
  'too-many': `A plan has at most ${MOST_FACTORS} factors.`,
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** What of a shared address was left out, in a sentence. */
export function problemWords(problem: AddressProblem): string {
  switch (problem.kind) {
    case 'line': {
      const which = problem.case === 'second' ? ' of the second case' : ''
      return `${ordinal(String(problem.at + 1))} line${which} was not understood: “${short(problem.text)}”. ${LINE_HOW[problem.fault]}`
    }
    case 'too-many-lines':
      return `Only the first ${MOST_LINES} lines of the ${problem.case} case are shown.`
    case 'too-long':
      return `The part “${short(problem.part)}” of this address is too long and was left out.`
    case 'policy':
      return `The plan of this address was not understood${problem.text === '' ? '' : ` at “${short(problem.text)}”`}, so CMS adjusted counts. ${PLAN_HOW[problem.fault]}`
    case 'value':
      return `The ${PART_NAMES[problem.part]} of this address was not understood: “${short(problem.text)}”. ${PART_HOW[problem.part]}`
  }
}

/** Flags as sentences; null where the reason of the line says it already. */
export const FLAG_WORDS: Readonly<Record<Flag, string | null>> = {
  OPPS_CAPPED: 'Payment is capped at the hospital outpatient amount.',
  BY_REPORT: 'The rest is priced by report: the payer reads the note.',
  BY_REPORT_INCREASE_POSSIBLE: null,
  CONTRACTOR_PRICED: 'CMS sets no value: each Medicare contractor prices this code.',
  RVU_NOT_USED_FOR_MEDICARE: 'Medicare does not pay by these values; other payers may.',
  NOT_PAYABLE: 'Medicare does not pay this line as entered.',
  NEEDS_DOCUMENTATION: 'Paid only with documentation of why it was needed.',
  BUNDLED_SAME_DAY: 'Medicare counts this in with another service of the same day.',
  MODIFIER_NOT_VALID_FOR_CODE: 'A modifier that the code’s row does not allow.',
  MODIFIERS_CONFLICT: 'Two modifiers that contradict each other.',
  MODIFIER_UNKNOWN: 'A modifier that is in no list here; calculated without it.',
  IN_GLOBAL: 'Inside the package of an operation.',
  GLOBAL_NEEDS_57: 'The visit that led to major surgery needs modifier 57.',
  UNITS_ABOVE_MUE: null,
  ADD_ON_WITHOUT_PRIMARY: 'An add-on without its procedure. Add the procedure to this case.',
  RARELY_NON_FACILITY: 'CMS gives no office value for this code: it is rarely done outside a facility.',
  CODE_UNKNOWN: 'No installed release has this code.',
  CODE_NOT_IN_RELEASE: 'The release of this date does not have this code.',
  MANUAL_VALUE: 'The value was entered by hand.',
}
