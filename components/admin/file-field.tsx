import { useId, type ComponentProps } from 'react'
import type { FieldText } from '../ui/field'
import { FieldNote, noteId } from '../ui/field-note'

type FileFieldProps = FieldText & Readonly<Omit<ComponentProps<'input'>, 'className' | 'children' | 'type' | 'id'>>

/** One file. The browser's own button and words, in the frame of the other fields. */
export function FileField({ label, hint, error, ...rest }: FileFieldProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 content-start gap-1.5">
      <label htmlFor={id} className="text-13 leading-data font-strong text-ink-2">
        {label}
      </label>
      <input
        {...rest}
        id={id}
        type="file"
        aria-describedby={noteId(id, hint, error)}
        aria-invalid={error ? true : undefined}
        className="min-h-hit w-full cursor-pointer rounded-2 border border-control bg-paper text-14 text-ink file:mr-3 file:min-h-hit file:cursor-pointer file:border-0 file:border-r file:border-control file:bg-well file:px-3 file:text-14 file:font-strong file:text-ink aria-invalid:border-bad"
      />
      <FieldNote id={id} hint={hint} error={error} />
    </div>
  )
}
