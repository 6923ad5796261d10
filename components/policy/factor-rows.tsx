'use client'

import { useEffect, useRef, type KeyboardEvent } from 'react'
import { modifierFact } from '@/lib/domain/crediting/modifier'
import { MOST_FACTORS } from '@/lib/domain/crediting/own-factor'
import type { PolicyBase } from '@/lib/domain/crediting/policy'
import { baseFactor } from '@/lib/domain/crediting/policy-diff'
import { Button } from '../ui/button'
import { NumberField, TextField } from '../ui/field'
import type { FactorRow } from './draft'

interface FactorRowsProps {
  readonly base: PolicyBase
  readonly rows: readonly FactorRow[]
  /** The rows that are sent, in order: what is wrong is told by the place among them. */
  readonly sent: readonly FactorRow[]
  readonly errorOf: (path: string) => string | undefined
  readonly onChange: (rows: readonly FactorRow[]) => void
}

/** Factors of modifiers that differ from the base. Enter adds a row; what is removed hands the focus on. */
export function FactorRows({ base, rows, sent, errorOf, onChange }: FactorRowsProps) {
  const { list, moveTo } = useFocusIn()
  const add = () => {
    // One that is still empty will do.
    const empty = rows.find((row) => row.modifier.trim() === '' && row.factor.trim() === '')
    if (empty) return list.current?.querySelector<HTMLElement>(`[data-row="${empty.key}"] input`)?.focus()
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
    onChange([...rows, { key, modifier: '', factor: '' }])
    moveTo(`[data-row="${key}"] input`)
  }
  const remove = (key: number) => {
    const at = rows.findIndex((row) => row.key === key)
    const next = rows[at + 1] ?? rows[at - 1]
    onChange(rows.filter((row) => row.key !== key))
    moveTo(next ? `[data-row="${next.key}"] button` : '[data-add] button')
  }
  const full = rows.length >= MOST_FACTORS
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
    event.preventDefault()
    if (!full) add()
  }
  return (
    <fieldset ref={list} className="min-w-0" onKeyDown={onEnter}>
      <legend className="text-13 leading-data font-strong text-ink-2">Factors that differ from the base</legend>
      <p className="mt-1 text-13 leading-note text-ink-2">
        A share of the credit from 0 to 3: 0.16 is 16%. Enter adds a row.
      </p>
      {rows.map((row) => (
        <Fields
          key={row.key}
          row={row}
          base={base}
          at={sent.indexOf(row)}
          errorOf={errorOf}
          onChange={(part) => onChange(rows.map((each) => (each.key === row.key ? { ...each, ...part } : each)))}
          onRemove={() => remove(row.key)}
        />
      ))}
      <div data-add className="-ml-2 mt-2">
        <Button look="bare" onClick={add} disabled={full}>
          Add a factor
        </Button>
      </div>
    </fieldset>
  )
}

interface FieldsProps {
  readonly row: FactorRow
  readonly base: PolicyBase
  /** Its place among those sent; -1 while it is empty. */
  readonly at: number
  readonly errorOf: (path: string) => string | undefined
  readonly onChange: (part: Partial<FactorRow>) => void
  readonly onRemove: () => void
}

function Fields({ row, base, at, errorOf, onChange, onRemove }: FieldsProps) {
  const named = row.modifier.trim().toUpperCase()
  const fact = modifierFact(named)
  return (
    <div
      data-row={row.key}
      className="mt-3 grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 border-t border-rule pt-3"
    >
      <TextField
        label="Modifier"
        name={at < 0 ? undefined : `factors.${at}.modifier`}
        value={row.modifier}
        maxLength={2}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        onChange={(event) => onChange({ modifier: event.target.value })}
        error={errorOf(`factors.${at}.modifier`)}
      />
      <NumberField
        label="Factor"
        name={at < 0 ? undefined : `factors.${at}.factor`}
        value={row.factor}
        maxLength={8}
        onChange={(event) => onChange({ factor: event.target.value })}
        error={errorOf(`factors.${at}.factor`)}
      />
      <span className="pt-6">
        <Button look="bare" onClick={onRemove} aria-label={`Remove the factor of ${named || 'this row'}`}>
          Remove
        </Button>
      </span>
      <p className="col-span-3 text-13 leading-note text-ink-2 empty:hidden">
        {fact && `${fact.meaning}; the base credits ${baseFactor(base, named)}`}
      </p>
    </div>
  )
}

/** Moves the focus after the next drawing, when what it goes to is there. */
function useFocusIn() {
  const list = useRef<HTMLFieldSetElement>(null)
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    list.current?.querySelector<HTMLElement>(wanted.current)?.focus()
    wanted.current = null
  })
  const moveTo = (selector: string) => {
    wanted.current = selector
  }
  return { list, moveTo }
}
