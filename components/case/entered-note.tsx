import { formatDollarsAndCents, formatWorkRvu, plural } from '@/lib/format/number'
import { Note } from '../ui/source-line'

interface EnteredNoteProps {
  readonly lines: number
  /** Work credited, and work done in training: decimal text of four places. */
  readonly credited: string
  readonly training: string
  /** Where the page shows dollars. */
  readonly allowed?: string
  /** What they are apart from: "the total". */
  readonly from: string
}

/** Values entered by hand are in no total but their own. */
export function EnteredNote({ lines, credited, training, allowed, from }: EnteredNoteProps) {
  if (lines === 0) return null
  return (
    <div className="mt-3">
      <Note>
        {plural(lines, 'line')} with a value entered by you: {workWords(credited, training)}
        {allowed === undefined ? '' : ` and ${formatDollarsAndCents(allowed)} allowed`}, apart from {from}.
      </Note>
    </div>
  )
}

function workWords(credited: string, training: string): string {
  const done = training === '0.0000' ? '' : `${formatWorkRvu(training)} in training`
  const earned = credited === '0.0000' && done ? '' : `${formatWorkRvu(credited)} credited`
  return [earned, done].filter(Boolean).join(', ')
}
