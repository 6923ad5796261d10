import type { CalendarDate } from '../shared/date'
import type { LinePiece } from './piece'
import { MOST_UNITS, type QuickLogIssue, unitsInRange } from './reading'

type Doubts = {
  readonly line: LinePiece
  readonly today: CalendarDate
  readonly dateOfService: CalendarDate
  /** The date as typed, where it is not a day of the calendar. */
  readonly impossibleDate: string | null
  /** The other reading that is about as good, in words. */
  readonly other: string | undefined
}

function codeIssues({ line }: Doubts): readonly QuickLogIssue[] {
  if (line.known) return []
  const message = `${line.code} is not in any release held. Check the digits.`
  return [{ code: 'CODE_UNKNOWN', message }]
}

const modifierIssues = ({ line }: Doubts): readonly QuickLogIssue[] =>
  line.refused.map((modifier) => ({
    code: 'MODIFIER_NOT_VALID_FOR_CODE',
    message: `${modifier} does not apply to ${line.code}. Remove it, or check the code.`,
  }))

function unitIssues({ line }: Doubts): readonly QuickLogIssue[] {
  if (unitsInRange(line.units)) return []
  const message = `${line.units} units of ${line.code}: enter 1 to ${MOST_UNITS}, such as x2.`
  return [{ code: 'UNITS_OUT_OF_RANGE', message }]
}

function dateIssues({ impossibleDate, dateOfService, today }: Doubts): readonly QuickLogIssue[] {
  if (impossibleDate !== null) {
    const message = `${impossibleDate} is not a day of the calendar. Write month and day, such as 11/20.`
    return [{ code: 'DATE_INVALID', message }]
  }
  if (dateOfService <= today) return []
  const message = `${dateOfService} is after today, ${today}. Enter the day the service was given.`
  return [{ code: 'DATE_IN_FUTURE', message }]
}

function otherReading({ other }: Doubts): readonly QuickLogIssue[] {
  if (other === undefined) return []
  return [
    { code: 'AMBIGUOUS', message: `Also reads as ${other}. Put a space between codes and a hyphen before modifiers.` },
  ]
}

/** Everything doubtful about a line, each with how to mend it. */
export const issuesOf = (doubts: Doubts): readonly QuickLogIssue[] => [
  ...codeIssues(doubts),
  ...modifierIssues(doubts),
  ...unitIssues(doubts),
  ...dateIssues(doubts),
  ...otherReading(doubts),
]
