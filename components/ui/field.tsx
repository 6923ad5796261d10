import { useId, type ComponentProps, type ReactNode } from 'react'
import { FieldNote, noteId } from './field-note'

export interface FieldText {
  readonly label: ReactNode
  /** What to enter, or where it comes from. Gives way to the error. */
  readonly hint?: ReactNode
  /** What to enter instead; a sentence, never "invalid". */
  readonly error?: ReactNode
}

const edge =
  'min-h-hit w-full rounded-2 border border-control bg-paper px-3 text-16 leading-[1.3] text-ink focus-visible:rounded-2 focus-visible:border-focus focus-visible:outline-offset-0 disabled:bg-well disabled:text-ink-3 aria-invalid:border-bad'

function FieldFrame({
  label,
  hint,
  error,
  id,
  children,
}: FieldText & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <label htmlFor={id} className="text-13 leading-data font-strong text-ink-2">
        {label}
      </label>
      {children}
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  )
}

function useWiring({ hint, error }: FieldText, given: string | undefined) {
  const made = useId()
  const id = given ?? made
  return { id, 'aria-describedby': noteId(id, hint, error), 'aria-invalid': error ? true : undefined }
}

type InputProps = FieldText & Readonly<Omit<ComponentProps<'input'>, 'className' | 'children'>>

export function TextField({ label, hint, error, id, type = 'text', ...rest }: InputProps) {
  const wiring = useWiring({ label, hint, error }, id)
  return (
    <FieldFrame label={label} hint={hint} error={error} id={wiring.id}>
      <input {...rest} {...wiring} type={type} className={edge} />
    </FieldFrame>
  )
}

/** A few sentences; it grows as they do. */
export function TextAreaField({
  label,
  hint,
  error,
  id,
  ...rest
}: FieldText & Readonly<Omit<ComponentProps<'textarea'>, 'className' | 'children'>>) {
  const wiring = useWiring({ label, hint, error }, id)
  return (
    <FieldFrame label={label} hint={hint} error={error} id={wiring.id}>
      <textarea {...rest} {...wiring} className={`${edge} field-sizing-content min-h-24 py-2`} />
    </FieldFrame>
  )
}

/** Autocomplete must say which password: `current-password` or `new-password`. */
export function PasswordField({
  autoComplete,
  ...rest
}: Omit<InputProps, 'type' | 'autoComplete'> & { readonly autoComplete: 'current-password' | 'new-password' }) {
  return <TextField {...rest} type="password" autoComplete={autoComplete} spellCheck={false} />
}

/** A number as text: `type=number` drops what it cannot read, changes on scroll and rounds nothing exactly. Right-aligned. */
export function NumberField({ label, hint, error, id, inputMode = 'decimal', ...rest }: Omit<InputProps, 'type'>) {
  const wiring = useWiring({ label, hint, error }, id)
  return (
    <FieldFrame label={label} hint={hint} error={error} id={wiring.id}>
      <input
        {...rest}
        {...wiring}
        type="text"
        inputMode={inputMode}
        autoComplete="off"
        className={`${edge} text-right`}
      />
    </FieldFrame>
  )
}

export interface Option {
  readonly value: string
  readonly label: string
}

export function SelectField({
  label,
  hint,
  error,
  id,
  options,
  ...rest
}: FieldText & { readonly options: readonly Option[] } & Readonly<
    Omit<ComponentProps<'select'>, 'className' | 'children'>
  >) {
  const wiring = useWiring({ label, hint, error }, id)
  return (
    <FieldFrame label={label} hint={hint} error={error} id={wiring.id}>
      <select {...rest} {...wiring} className={`${edge} select`}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
