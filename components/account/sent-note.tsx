import type { ReactNode } from 'react'
import { FormDone } from './form-problem'

interface SentNoteProps {
  readonly to: string
  readonly outbox: boolean
  readonly children: ReactNode
}

/** Where a message went and what to do with it. Says the same whether the address has an account or not. */
export function SentNote({ to, outbox, children }: SentNoteProps) {
  return (
    <div className="grid gap-3">
      <FormDone>
        A message is on its way to <strong className="break-words">{to}</strong>. {children}
      </FormDone>
      {outbox && (
        <p className="text-13 leading-note text-ink-2">
          No mail server is set here: messages are kept in the <a href="/outbox">outbox</a>.
        </p>
      )}
    </div>
  )
}
