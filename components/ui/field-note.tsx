import type { ReactNode } from 'react'

interface Note {
  readonly id: string
  readonly hint?: ReactNode
  readonly error?: ReactNode
}

/** The hint under a field, or the error in its place. */
export function FieldNote({ id, hint, error }: Note) {
  if (error) {
    return (
      <p id={`${id}-note`} className="text-13 leading-note text-bad">
        {error}
      </p>
    )
  }
  if (!hint) return null
  return (
    <p id={`${id}-note`} className="text-13 leading-note text-ink-2">
      {hint}
    </p>
  )
}

export function noteId(id: string, hint: ReactNode, error: ReactNode): string | undefined {
  return hint || error ? `${id}-note` : undefined
}
