import type { ReactNode } from 'react'

/** What is wrong that belongs to no field; takes the focus, so that it is read. */
export function FormProblem({ text }: { readonly text: string | null }) {
  if (text === null) return null
  return (
    <p role="alert" tabIndex={-1} data-problem className="border-l-2 border-bad pl-3 text-14 leading-note text-bad">
      {text}
    </p>
  )
}

/** What was done, in the place of what did it. */
export function FormDone({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="border-l-2 border-strong-rule pl-3 text-14 leading-note text-ink">
      {children}
    </p>
  )
}

export function SavedNote({ shown }: { readonly shown: boolean }) {
  return shown ? <FormDone>Saved.</FormDone> : null
}
