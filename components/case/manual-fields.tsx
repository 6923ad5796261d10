import type { ErrorAt } from './error-at'
import type { LineText } from './line-text'
import { NumberField, TextField } from '../ui/field'
import { Note } from '../ui/source-line'

interface ManualFieldsProps {
  readonly at: number
  readonly line: LineText
  readonly errorAt: ErrorAt
  readonly onChange: (part: Partial<LineText>) => void
}

/** Where CMS sets no value: the person's own, or a code that it is like. */
export function ManualFields({ at, line, errorAt, onChange }: ManualFieldsProps) {
  const path = `lines.${at}.manual`
  return (
    <div className="grid gap-3 sm:col-span-full">
      <Note>
        CMS sets no value. Enter one, or name a comparable code. It is summed apart, and offered for re-pricing once a
        release has one.
      </Note>
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField
          label="Work RVU of one unit"
          inputMode="decimal"
          value={line.workRvu}
          onChange={(event) => onChange({ workRvu: event.target.value })}
          error={errorAt(`${path}.workRvu`)}
        />
        <NumberField
          label="Allowed by the payer, $"
          inputMode="decimal"
          value={line.allowed}
          onChange={(event) => onChange({ allowed: event.target.value })}
          error={errorAt(`${path}.allowed`)}
        />
        <TextField
          label="Or like code"
          autoComplete="off"
          value={line.comparator}
          onChange={(event) => onChange({ comparator: event.target.value })}
          error={errorAt(`${path}.comparator`)}
        />
      </div>
    </div>
  )
}
