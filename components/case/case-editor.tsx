'use client'

import { useRouter } from 'next/navigation'
import { useState, type FormEvent } from 'react'
import { callApi } from '@/lib/client/api'
import { PLACES_OF_SERVICE } from '@/lib/domain/schedule/place-of-service'
import type { Refusal } from '@/lib/domain/shared/result'
import { ROLES } from '@/lib/domain/crediting/case'
import type { CaseItem } from '@/lib/features/cases/schema'
import { roleName } from '../dashboard/words'
import type { ErrorAt } from './error-at'
import { LineFields } from './line-fields'
import { asInput, NEW_LINE, type LineText } from './line-text'
import { Button } from '../ui/button'
import { NumberField, SelectField, TextField } from '../ui/field'

interface CaseEditorProps {
  readonly circumstances: Circumstances
  readonly lines: readonly LineText[]
  /** Null for a new case. */
  readonly saved: Pick<CaseItem, 'id' | 'version'> | null
}

type Circumstances = Pick<CaseItem, 'dateOfService' | 'placeOfService' | 'role' | 'payer' | 'label' | 'minutes'>

/**
 * Changes a case, or logs a new one: what is sent is calculated anew, and the version guards against two changing it at
 * once. A code that no release has opens the fields for a value of one's own.
 */
export function CaseEditor({ circumstances, lines: initial, saved }: CaseEditorProps) {
  const router = useRouter()
  const [lines, setLines] = useState(initial)
  // Of a new case: sending it twice logs it once.
  const [id] = useState(() => saved?.id ?? crypto.randomUUID())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [busy, setBusy] = useState(false)
  const errorAt: ErrorAt = (path) => refusal?.fields?.find((field) => field.path.startsWith(path))?.message
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const body = changeOf(new FormData(event.currentTarget), lines)
    setBusy(true)
    const result = saved
      ? await callApi<CaseItem>('PATCH', `/api/v1/cases/${id}`, { body, version: saved.version })
      : await callApi<CaseItem>('POST', '/api/v1/cases', { body: { id, ...body } })
    setBusy(false)
    setRefusal(result.ok ? null : result.error)
    if (!result.ok) setLines(opened(lines, result.error))
    else if (saved) router.refresh()
    else router.push(`/cases/${id}`)
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-s-4">
      <CircumstanceFields item={circumstances} errorAt={errorAt} />
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
          {saved ? 'Save changes' : 'Log this case'}
        </Button>
        <Button look="outline" onClick={() => setLines([...lines, NEW_LINE])}>
          Add a line
        </Button>
      </div>
    </form>
  )
}

/** A sentence that stands under its field is not said twice. */
const saidAtField = (refusal: Refusal | null): boolean =>
  refusal?.fields?.some((field) => field.message === refusal.message && SHOWN.test(field.path)) ?? false
const SHOWN =
  /^(dateOfService|placeOfService|label|minutes|lines\.\d+\.(code|modifiers|units|postoperativeDays|manual))/

function CircumstanceFields({ item, errorAt }: { readonly item: Circumstances; readonly errorAt: ErrorAt }) {
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

const PLACES = PLACES_OF_SERVICE.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))
const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: roleName(role) }))
const PAYERS = [
  { value: 'other', label: 'Other payer' },
  { value: 'medicare', label: 'Medicare' },
]

function changeOf(form: FormData, lines: readonly LineText[]): object {
  const { minutes, ...fields } = Object.fromEntries(form)
  return { ...fields, minutes: minutes === '' ? null : Number(minutes), lines: lines.map(asInput) }
}

const NO_VALUE = ['CODE_UNKNOWN', 'CODE_NOT_IN_RELEASE']

/** Lines whose code has no value on that day take one of one's own. */
const opened = (lines: readonly LineText[], { fields = [] }: Refusal): readonly LineText[] =>
  lines.map((line, at) =>
    fields.some(({ path, code }) => path === `lines.${at}.code` && NO_VALUE.includes(code))
      ? { ...line, open: true }
      : line,
  )
