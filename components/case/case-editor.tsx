'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { callApi } from '@/lib/client/api'
import { PLACES_OF_SERVICE } from '@/lib/domain/schedule/place-of-service'
import type { Refusal } from '@/lib/domain/shared/result'
import { ROLES } from '@/lib/domain/crediting/case'
import type { CaseItem } from '@/lib/features/cases/schema'
import { roleName } from '../dashboard/words'
import { Button } from '../ui/button'
import { NumberField, SelectField, TextField } from '../ui/field'

interface CaseEditorProps {
  readonly item: CaseItem
}

type LineText = { readonly code: string; readonly modifiers: string; readonly units: string; readonly days: string }

/** Changes a case: what is sent is calculated anew, and the version guards against two changing it at once. */
export function CaseEditor({ item }: CaseEditorProps) {
  const router = useRouter()
  const [lines, setLines] = useState<readonly LineText[]>(() => item.lines.map(asText))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const errorAt: ErrorAt = (path) => refusal?.fields?.find((field) => field.path.startsWith(path))?.message
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = changeOf(new FormData(event.currentTarget), lines)
    setBusy(true)
    const result = await callApi<CaseItem>('PATCH', `/api/v1/cases/${item.id}`, { body, version: item.version })
    setBusy(false)
    setRefusal(result.ok ? null : result.error)
    if (result.ok) router.refresh()
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-s-4">
      <Circumstances item={item} errorAt={errorAt} />
      {lines.map((line, at) => (
        <LineFields
          key={at}
          at={at}
          line={line}
          errorAt={errorAt}
          onChange={(part) => setLines(lines.map((each, index) => (index === at ? { ...each, ...part } : each)))}
          onRemove={lines.length > 1 ? () => setLines(lines.filter((_, index) => index !== at)) : undefined}
        />
      ))}
      <p role="alert" className="text-13 text-bad empty:hidden">
        {saidAtField(refusal) ? null : refusal?.message}
      </p>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={busy}>
          Save changes
        </Button>
        <Button look="outline" onClick={() => setLines([...lines, { code: '', modifiers: '', units: '1', days: '' }])}>
          Add a line
        </Button>
      </div>
    </form>
  )
}

/** A sentence that stands under its field is not said twice. */
const saidAtField = (refusal: Refusal | null): boolean =>
  refusal?.fields?.some((field) => field.message === refusal.message && SHOWN.test(field.path)) ?? false
const SHOWN = /^(dateOfService|placeOfService|label|minutes|lines\.\d+\.(code|modifiers|units|postoperativeDays))/

type ErrorAt = (path: string) => string | undefined

function Circumstances({ item, errorAt }: CaseEditorProps & { readonly errorAt: ErrorAt }) {
  return (
    <div className="grid gap-4 sm:grid-cols-[3fr_5fr_3fr]">
      <TextField
        label="Date of service"
        name="dateOfService"
        type="date"
        defaultValue={item.dateOfService}
        error={errorAt('dateOfService')}
      />
      <SelectField
        label="Place"
        name="placeOfService"
        defaultValue={item.placeOfService}
        options={PLACES}
        error={errorAt('placeOfService')}
      />
      <SelectField label="Role" name="role" defaultValue={item.role} options={ROLE_OPTIONS} />
      <SelectField label="Payer" name="payer" defaultValue={item.payer} options={PAYERS} />
      <TextField
        label="Your label"
        hint="Your own mark for this case. Nothing of the patient."
        name="label"
        defaultValue={item.label}
        maxLength={40}
        autoComplete="off"
        error={errorAt('label')}
      />
      <NumberField
        label="Minutes"
        name="minutes"
        inputMode="numeric"
        defaultValue={item.minutes ?? ''}
        error={errorAt('minutes')}
      />
    </div>
  )
}

interface LineFieldsProps {
  readonly at: number
  readonly line: LineText
  readonly errorAt: ErrorAt
  readonly onChange: (part: Partial<LineText>) => void
  readonly onRemove: (() => void) | undefined
}

function LineFields({ at, line, errorAt, onChange, onRemove }: LineFieldsProps) {
  return (
    <fieldset className="grid gap-4 border-t border-rule pt-s-4 sm:grid-cols-[1fr_1fr_1fr_auto] sm:items-start">
      <legend className="sr-only">Line {at + 1}</legend>
      <TextField
        label="Code"
        value={line.code}
        onChange={(event) => onChange({ code: event.target.value })}
        error={errorAt(`lines.${at}.code`)}
        autoComplete="off"
      />
      <TextField
        label="Modifiers"
        value={line.modifiers}
        onChange={(event) => onChange({ modifiers: event.target.value })}
        error={errorAt(`lines.${at}.modifiers`)}
        autoComplete="off"
      />
      <NumberField
        label="Units"
        inputMode="numeric"
        value={line.units}
        onChange={(event) => onChange({ units: event.target.value })}
        error={errorAt(`lines.${at}.units`)}
      />
      {modifiersOf(line).includes('55') && (
        <NumberField
          label="Days held"
          hint="Of the care after the operation. Empty: all."
          inputMode="numeric"
          value={line.days}
          onChange={(event) => onChange({ days: event.target.value })}
          error={errorAt(`lines.${at}.postoperativeDays`)}
        />
      )}
      {onRemove && (
        <span className="-ml-2 sm:ml-0 sm:pt-6">
          <Button look="bare" onClick={onRemove}>
            Remove line
          </Button>
        </span>
      )}
    </fieldset>
  )
}

const PLACES = PLACES_OF_SERVICE.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: roleName(role) }))
const PAYERS = [
  { value: 'other', label: 'Other payer' },
  { value: 'medicare', label: 'Medicare' },
]

const asText = (line: CaseItem['lines'][number]): LineText => ({
  code: line.code,
  modifiers: line.modifiers.join(' '),
  units: String(line.units),
  days: line.postoperativeDays === null ? '' : String(line.postoperativeDays),
})

const modifiersOf = (line: LineText): string[] =>
  line.modifiers
    .toUpperCase()
    .split(/[\s,-]+/)
    .filter(Boolean)

function changeOf(form: FormData, lines: readonly LineText[]): unknown {
  const { minutes, ...fields } = Object.fromEntries(form)
  return {
    ...fields,
    minutes: minutes === '' ? null : Number(minutes),
    lines: lines.map((line) => ({
      code: line.code,
      modifiers: modifiersOf(line),
      units: Number(line.units),
      postoperativeDays: line.days === '' ? null : Number(line.days),
    })),
  }
}
