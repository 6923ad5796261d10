'use client'

import { useState } from 'react'
import { callApi } from '@/lib/client/api'
import type { LocalityKey } from '@/lib/domain/schedule/locality'
import type { CalculatorLocality } from '@/lib/features/calculator/schema'
import { localityLabel } from '@/lib/format/locality'
import { NumberField, SelectField } from '../ui/field'

interface LocalityFieldProps {
  readonly value: LocalityKey | null
  readonly localities: readonly CalculatorLocality[]
  readonly onChoose: (locality: LocalityKey | null) => void
}

const keyOf = ({ carrier, locality }: LocalityKey): string => `${carrier}-${locality}`

/** Where the work was done: by ZIP code, or state by state. It changes dollars, never work. */
export function LocalityField({ value, localities, onChoose }: LocalityFieldProps) {
  const [zip, setZip] = useState('')
  const [note, setNote] = useState<string | null>(null)
  const chosen = value && localities.find((each) => keyOf(each) === keyOf(value))
  const state = chosen?.state ?? ''
  const within = localities.filter((each) => each.state === state)
  const states = [...new Set(localities.map((each) => each.state))].filter(Boolean).sort()
  const choose = (locality: LocalityKey | undefined) => {
    setNote(null)
    onChoose(locality ? { carrier: locality.carrier, locality: locality.locality } : null)
  }
  const typeZip = async (text: string) => {
    const digits = text.replace(/\D/g, '').slice(0, 5)
    setZip(digits)
    setNote(null)
    if (digits.length < 5) return
    const found = await localitiesOfZip(digits)
    if (found.items[0]) choose(found.items[0])
    setNote(found.note)
  }
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-[minmax(0,1fr)_6.5rem] items-start gap-3">
        <SelectField
          label="State"
          value={state}
          options={[{ value: '', label: 'National average' }, ...states.map((each) => ({ value: each, label: each }))]}
          onChange={(event) => choose(localities.find((each) => each.state === event.target.value))}
        />
        <NumberField
          label="or ZIP"
          value={zip}
          inputMode="numeric"
          maxLength={10}
          onChange={(event) => void typeZip(event.target.value)}
        />
      </div>
      {within.length > 1 && value && (
        <SelectField
          label="Locality"
          value={keyOf(value)}
          options={within.map((each) => ({ value: keyOf(each), label: localityLabel(each) }))}
          onChange={(event) => choose(within.find((each) => keyOf(each) === event.target.value))}
        />
      )}
      <p role="status" className="text-13 leading-note text-ink-2 empty:hidden">
        {note ?? (value && !chosen ? `Locality ${keyOf(value)}.` : null)}
      </p>
    </div>
  )
}

type Found = { readonly items: readonly CalculatorLocality[]; readonly note: string | null }

async function localitiesOfZip(zip: string): Promise<Found> {
  const result = await callApi<{ items: readonly CalculatorLocality[] }>('GET', `/api/v1/localities?zip=${zip}`)
  const items = result.ok ? result.value.items : []
  const [first] = items
  if (!first) return { items, note: `The locality of ZIP ${zip} is not known here. Choose the state.` }
  if (items.length === 1) return { items, note: `ZIP ${zip} is ${localityLabel(first)}.` }
  return { items, note: `ZIP ${zip} lies in ${items.length} localities: ${items.map(localityLabel).join('; ')}. Choose yours.` } // prettier-ignore
}
