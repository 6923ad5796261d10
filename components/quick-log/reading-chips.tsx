import type { Preview } from '@/lib/features/quick-log/schema'
import { withDateWords } from '@/lib/format/date'
import { plural } from '@/lib/format/number'
import { Chip, ChipRow } from '../ui/chip'

interface ReadingChipsProps {
  readonly preview: Preview
  readonly text: string
  readonly onRemove: (start: number, end: number) => void
}

/** Every piece of what was typed: read, doubtful, or not understood. Nothing is dropped silently. */
export function ReadingChips({ preview, text, onRemove }: ReadingChipsProps) {
  const pieces = [
    ...preview.lines.map((line) => ({ ...line.text, line, unread: null })),
    ...preview.unparsed.map((span) => ({ start: span.start, end: span.end, line: null, unread: span.text.trim() })),
  ].sort((a, b) => a.start - b.start)
  return (
    <ChipRow label="Read as">
      {pieces.map(({ start, end, line, unread }) => (
        <Chip
          key={`${start}-${end}`}
          text={line?.code ?? unread ?? ''}
          parts={line ? partsOf(line, patientsOf(preview, line)) : ['not understood']}
          state={!line || line.issues.length > 0 ? 'unsure' : 'read'}
          onRemove={() => onRemove(start, end)}
        />
      ))}
      <span className="text-13 text-ink-2">{coverage(preview, text)}</span>
    </ChipRow>
  )
}

type Line = Preview['lines'][number]

/** `99223x2` is two visits of two patients. */
const patientsOf = ({ cases }: Preview, line: Line): number =>
  cases.filter((each) => each.lines.some(({ start }) => start === line.text.start)).length

function partsOf(line: Line, patients: number): readonly string[] {
  const count = patients > 1 ? plural(patients, 'patient') : plural(line.units, 'unit')
  return [...line.modifiers, ...(line.units === 1 && patients <= 1 ? [] : [count]), ...dated(line)]
}

/** The day is said only where the line says it: most lines are of today. */
const dated = (line: Line): readonly string[] =>
  line.issues.some((each) => each.code.startsWith('DATE')) ? [withDateWords(line.dateOfService)] : []

function coverage(preview: Preview, text: string): string {
  const length = text.replace(/\s/g, '').length
  const unread = preview.unparsed.reduce((sum, span) => sum + span.text.replace(/\s/g, '').length, 0)
  if (unread === 0) return `All ${plural(length, 'character')} read`
  return `${unread} of ${plural(length, 'character')} not understood`
}
