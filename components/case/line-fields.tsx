import type { ErrorAt } from './error-at'
import { DaysField } from './days-field'
import { codesOf, type LineText } from './line-text'
import { ManualFields } from './manual-fields'
import { Button } from '../ui/button'
import { NumberField, TextField } from '../ui/field'

interface LineFieldsProps {
  readonly at: number
  readonly line: LineText
  readonly errorAt: ErrorAt
  readonly onChange: (part: Partial<LineText>) => void
  readonly onRemove: (() => void) | undefined
}

/** One line of a case: its code, modifiers, units, and what only some lines have. */
export function LineFields({ at, line, errorAt, onChange, onRemove }: LineFieldsProps) {
  return (
    <fieldset className="grid gap-4 border-t border-rule pt-s-4 sm:grid-cols-[1fr_1fr_1fr_auto] sm:items-start">
      <legend className="sr-only">Line {at + 1}</legend>
      <TextField
        label="Code"
        value={line.code}
        onChange={(event) => onChange({ code: event.target.value })}
        error={errorAt(`lines.${at}.code`)}
        autoComplete="off"
      />
      <TextField
        label="Modifiers"
        value={line.modifiers}
        onChange={(event) => onChange({ modifiers: event.target.value })}
        error={errorAt(`lines.${at}.modifiers`)}
        autoComplete="off"
      />
      <NumberField
        label="Units"
        inputMode="numeric"
        value={line.units}
        onChange={(event) => onChange({ units: event.target.value })}
        error={errorAt(`lines.${at}.units`)}
      />
      {codesOf(line.modifiers).includes('55') && (
        <DaysField
          value={line.days}
          onChange={(days) => onChange({ days })}
          error={errorAt(`lines.${at}.postoperativeDays`)}
        />
      )}
      {onRemove && (
        <span className="-ml-2 sm:ml-0 sm:pt-6">
          <Button look="bare" onClick={onRemove}>
            Remove line
          </Button>
        </span>
      )}
      {line.open && (
        <ManualFields line={line} errorAt={(field) => errorAt(`lines.${at}.manual.${field}`)} onChange={onChange}>
          CMS sets no value. Enter one, or name a comparable code. It is summed apart, and offered for re-pricing once a
          release has one.
        </ManualFields>
      )}
    </fieldset>
  )
}
