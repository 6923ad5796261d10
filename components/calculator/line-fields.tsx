'use client'

import { useState, type ReactNode } from 'react'
import { codeTyped, faultsOf, NOTHING_MORE } from '@/lib/domain/calculator/draft'
import { PLACES_OF_SERVICE } from '@/lib/domain/schedule/place-of-service'
import { Button } from '../ui/button'
import { NumberField, SelectField } from '../ui/field'
import { CodeField } from './code-field'
import { LineAsks } from './line-asks'
import { LineMore } from './line-more'
import type { LineProps } from './line-props'

interface LineFieldsProps extends LineProps {
  readonly at: number
  readonly fresh: boolean
  /** Absent for the one empty line that a case always has. */
  readonly onRemove: (() => void) | undefined
  /** Enter in the code: the next line. */
  readonly onNext: () => void
}

const PLACES = PLACES_OF_SERVICE.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
const UNSAID = { value: '', label: 'Where it usually is' }
/** A place that is in no table of ours still stands in the address. */
const placesWith = (code: string) =>
  code === '' || PLACES.some(({ value }) => value === code) ? PLACES : [...PLACES, { value: code, label: code }]

/** One line of the case. Its labels stand above the first line only, where there is room for columns. */
export function LineFields({ at, draft, facts, fresh, onChange, onRemove, onNext, ...more }: LineFieldsProps) {
  const [open, setOpen] = useState(false)
  const faults = faultsOf(draft)
  const errorAt = (name: string) => faults.find(({ field }) => field === name)?.message
  const label = (words: string) => <Label shown={at === 0} words={words} line={at + 1} />
  return (
    <li className="grid gap-y-2 border-b border-rule-2 py-3">
      <div className="grid grid-cols-[minmax(0,1fr)_5rem] items-start gap-x-3 gap-y-2 sm:grid-cols-[9.5rem_4.5rem_minmax(0,1fr)_auto]">
        <CodeField
          label={label('Code or words')}
          value={draft.code}
          error={errorAt('code')}
          fresh={fresh}
          onChange={(text) => onChange(codeTyped(draft, text))}
          onPick={(code) => onChange({ ...NOTHING_MORE, code })}
          onEnter={onNext}
        />
        <NumberField
          label={label('Units')}
          value={draft.units}
          error={errorAt('units')}
          inputMode="numeric"
          maxLength={3}
          onChange={(event) => onChange({ units: event.target.value })}
        />
        <div className="max-sm:col-span-full">
          <SelectField
            label={label('Place')}
            value={draft.placeOfService}
            options={draft.placeOfService === '' ? [UNSAID, ...PLACES] : placesWith(draft.placeOfService)}
            onChange={(event) => onChange({ placeOfService: event.target.value })}
          />
        </div>
        <div className={`flex justify-end gap-1 max-sm:col-span-full ${at === 0 ? 'sm:pt-6' : ''}`}>
          <Button look="bare" onClick={() => setOpen(!open)} aria-expanded={open}>
            Modifiers, date<span className="sr-only"> of line {at + 1}</span>
          </Button>
          {onRemove && (
            <Button look="bare" onClick={onRemove}>
              Remove<span className="sr-only"> line {at + 1}</span>
            </Button>
          )}
        </div>
      </div>
      <Said draft={draft} facts={facts} onChange={onChange} />
      <LineAsks number={at + 1} draft={draft} onChange={onChange} {...more} />
      {open && <LineMore draft={draft} facts={facts} onChange={onChange} {...more} />}
    </li>
  )
}

function Label({ shown, words, line }: { readonly shown: boolean; readonly words: string; readonly line: number }) {
  return (
    <span className={shown ? '' : 'sm:sr-only'}>
      {words}
      {line > 1 && <span className="sr-only"> of line {line}</span>}
    </span>
  )
}

/** What the line says beside its fields: the name of the code, its modifiers, a date of its own. */
function Said({ draft, facts, onChange }: Pick<LineProps, 'draft' | 'facts' | 'onChange'>) {
  const parts: ReactNode[] = [
    ...(facts ? [facts.title] : []),
    ...(draft.dateOfService ? [`on ${draft.dateOfService}`] : []),
    ...(draft.other ? ['by another clinician, for context only'] : []),
  ]
  if (parts.length === 0 && draft.modifiers.length === 0) return null
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-13 leading-note text-ink-2">
      {parts.map((part, index) => (
        <span key={index}>{part}</span>
      ))}
      {draft.modifiers.map((modifier) => (
        <button
          key={modifier}
          type="button"
          className="inline-flex min-h-7 items-center gap-1.5 rounded-1 border border-rule-2 bg-paper px-2 text-ink hover:border-control max-sm:min-h-hit pointer-coarse:min-h-hit"
          aria-label={`Remove modifier ${modifier} of ${draft.code}`}
          onClick={() => onChange({ modifiers: draft.modifiers.filter((each) => each !== modifier) })}
        >
          {modifier}
          <span aria-hidden className="text-ink-3">
            ×
          </span>
        </button>
      ))}
    </p>
  )
}
