import type { ReactNode } from 'react'
import type { EnteredText } from '@/lib/domain/crediting/entered-value'
import type { ErrorAt } from './error-at'
import { NumberField, TextField } from '../ui/field'
import { Note } from '../ui/source-line'

interface ManualFieldsProps {
  readonly line: EnteredText
  readonly errorAt: ErrorAt
  readonly onChange: (part: Partial<EnteredText>) => void
  /** Why it is asked, and what becomes of it. */
  readonly children: ReactNode
}

/** Where CMS sets no value: the person's own, or a code that it is like. */
export function ManualFields({ line, errorAt, onChange, children }: ManualFieldsProps) {
  return (
    <div className="grid gap-3 sm:col-span-full">
      <Note>{children}</Note>
      <div className="grid gap-4 sm:grid-cols-3">
        <NumberField
          label="Work RVU of one unit"
          inputMode="decimal"
          value={line.workRvu}
          onChange={(event) => onChange({ workRvu: event.target.value })}
          error={errorAt('workRvu')}
        />
        <NumberField
          label="Allowed by the payer, $"
          inputMode="decimal"
          value={line.allowed}
          onChange={(event) => onChange({ allowed: event.target.value })}
          error={errorAt('allowed')}
        />
        <TextField
          label="Or like code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          value={line.comparator}
          onChange={(event) => onChange({ comparator: event.target.value })}
          error={errorAt('comparator')}
        />
      </div>
    </div>
  )
}
