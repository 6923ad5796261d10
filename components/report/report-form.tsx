'use client'

import { useRef, useState, type FormEvent } from 'react'
import { callApi } from '@/lib/client/api'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import { findIdentifiers } from '@/lib/domain/privacy/identifier'
import type { Refusal } from '@/lib/domain/shared/result'
import { FormDone, FormProblem } from '../account/form-problem'
import { Button } from '../ui/button'
import { TextAreaField, TextField } from '../ui/field'

export interface ReportFormProps {
  /** The kind of page that sends it. */
  readonly context: 'calculator' | 'case' | 'code'
  /** Path and query of what is reported. */
  readonly address: string
  readonly answer: CalculatedCase
  /** What was set beside it: the same case under another release, or another case. */
  readonly beside?: CalculatedCase | null
}

const LONGEST = 2_000

/** Says that a number is wrong: the case goes along, so that whoever answers sees what was seen. */
export function ReportForm({ context, address, answer, beside = null }: ReportFormProps) {
  const { frame, busy, sent, refusal, errorOf } = useReporting((fields) => ({
    context,
    address,
    answer,
    ...(beside ? { beside } : {}),
    message: String(fields.get('message') ?? ''),
    ...(fields.get('email') ? { email: String(fields.get('email')) } : {}),
  }))
  if (sent) {
    return (
      <FormDone>
        Thank you: the report is here, with {beside ? 'both answers' : 'the case'} as you saw {beside ? 'them' : 'it'}.
        The number is checked against the published rule.
      </FormDone>
    )
  }
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={refusal && !refusal.fields?.length ? refusal.message : null} />
      <TextAreaField
        label="What is wrong, and what should it be?"
        name="message"
        rows={4}
        maxLength={LONGEST}
        required
        hint={`${beside ? 'Both cases, their answers, releases' : 'The case, its answer, release'} and policy go along. Nothing of a patient, please.`}
        error={errorOf('message')}
      />
      <TextField
        label="Mail address for an answer, if you want one"
        name="email"
        type="email"
        autoComplete="email"
        error={errorOf('email')}
      />
      <noscript>
        <p className="text-13 text-ink-2">Sending a report needs JavaScript.</p>
      </noscript>
      <div>
        <Button type="submit" look="outline" disabled={busy}>
          {busy ? 'Sending…' : 'Send the report'}
        </Button>
      </div>
    </form>
  )
}

function useReporting(read: (fields: FormData) => { readonly message: string }) {
  const form = useRef<HTMLFormElement>(null)
  const [busy, setBusy] = useState(false)
  const [sent, setSent] = useState(false)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const refuseWith = (error: Refusal) => {
    setRefusal(error)
    const wrong = error.fields?.[0]?.path ?? ''
    form.current?.querySelector<HTMLElement>(`[name="${CSS.escape(wrong)}"]`)?.focus()
  }
  const send = async (body: { readonly message: string }) => {
    const [identifier] = findIdentifiers(body.message)
    if (identifier) return refuseWith(wrongMessage(identifier.message))
    setBusy(true)
    const result = await callApi<{ id: string }>('POST', '/api/v1/reports', { body })
    setBusy(false)
    if (result.ok) setSent(true)
    else refuseWith(result.error)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void send(read(new FormData(event.currentTarget)))
  }
  const errorOf = (field: string) => refusal?.fields?.find(({ path }) => path === field)?.message
  // Sent without script, nothing of it may stand in an address.
  return { frame: { ref: form, onSubmit, noValidate: true, method: 'post' as const }, busy, sent, refusal, errorOf }
}

const wrongMessage = (message: string): Refusal => ({
  code: 'INVALID_INPUT',
  message,
  fields: [{ path: 'message', code: 'identifier', message }],
})
