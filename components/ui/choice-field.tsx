import { useId, type ComponentProps, type ReactNode } from 'react'
import type { FieldText } from './field'
import { FieldNote, noteId } from './field-note'

const row = 'flex min-h-hit items-center gap-2.5 text-14 leading-data text-ink'

/** One yes or no, its label beside it. */
export function CheckboxField({
  label,
  hint,
  error,
  id: given,
  ...rest
}: FieldText & Readonly<Omit<ComponentProps<'input'>, 'className' | 'children' | 'type'>>) {
  const made = useId()
  const id = given ?? made
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={row}>
        <input
          {...rest}
          id={id}
          type="checkbox"
          className="check"
          aria-describedby={noteId(id, hint, error)}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
      </label>
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  )
}

/** A bare check for a table's first column; says aloud what it selects, and has a thumb's target. */
export function CheckMark({
  label,
  ...rest
}: { readonly label: string } & Readonly<Omit<ComponentProps<'input'>, 'className' | 'children' | 'type'>>) {
  return (
    <span className="thumb inline-flex align-[-3px]">
      <input {...rest} type="checkbox" className="check relative" aria-label={label} />
    </span>
  )
}

export interface RadioOption {
  readonly value: string
  readonly label: ReactNode
  readonly note?: ReactNode
}

interface RadioGroupProps extends FieldText {
  readonly name: string
  readonly options: readonly RadioOption[]
  /** Chosen before anyone touches it; the form keeps what is chosen after. */
  readonly defaultValue?: string
  readonly onChoose?: (value: string) => void
}

/** Two to five answers, all on view. */
export function RadioGroupField({ label, hint, error, name, options, defaultValue, onChoose }: RadioGroupProps) {
  const id = useId()
  return (
    <fieldset className="min-w-0" aria-describedby={noteId(id, hint, error)}>
      <legend className="text-13 leading-data font-strong text-ink-2">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className="flex min-h-hit items-start gap-2.5 py-1.5 text-14 leading-data">
          <input
            type="radio"
            name={name}
            value={option.value}
            defaultChecked={option.value === defaultValue}
            onChange={onChoose && (() => onChoose(option.value))}
            className="radio"
          />
          <span>
            {option.label}
            {option.note && <span className="block text-13 text-ink-2">{option.note}</span>}
          </span>
        </label>
      ))}
      <FieldNote id={id} hint={hint} error={error} />
    </fieldset>
  )
}
