'use client'

import { useState, type ReactNode } from 'react'
import { CodeCombobox } from '../code/code-combobox'

interface CodeFieldProps {
  readonly label: ReactNode
  readonly value: string
  readonly error: string | undefined
  /** The cursor goes there when the line is new. */
  readonly fresh: boolean
  readonly onChange: (text: string) => void
  /** A code was chosen from the list. */
  readonly onPick: (code: string) => void
  readonly onEnter: () => void
}

/** The code of a line; what is wrong with it is said once the field is left. */
export function CodeField({ label, value, error, fresh, onChange, onPick, onEnter }: CodeFieldProps) {
  const [left, setLeft] = useState(false)
  return (
    <CodeCombobox
      label={label}
      value={value}
      error={left ? error : undefined}
      onType={(text) => {
        setLeft(false)
        onChange(text)
      }}
      onPick={({ code }) => onPick(code)}
      onEnter={onEnter}
      onBlur={() => setLeft(true)}
      autoFocus={fresh}
      autoCapitalize="characters"
      maxLength={60}
    />
  )
}
