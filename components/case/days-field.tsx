import { NumberField } from '../ui/field'

interface DaysFieldProps {
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (text: string) => void
}

/** With 55: how much of the care after an operation was taken over. */
export function DaysField({ value, error, onChange }: DaysFieldProps) {
  return (
    <NumberField
      label="Days held"
      hint="Of the care after the operation. Empty: all."
      inputMode="numeric"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
    />
  )
}
