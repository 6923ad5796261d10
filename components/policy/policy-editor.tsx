'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Policy } from '@/lib/domain/crediting/policy'
import type { WrittenVersion } from '@/lib/features/policies/schema'
import { FormProblem } from '../account/form-problem'
import { useForm, type Submit } from '../account/use-form'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { asVersion, draftOf, typedFactors } from './draft'
import { FactorRows } from './factor-rows'
import { LiveEffect, type CurrentCredit } from './live-effect'
import { TermsFields } from './terms-fields'

interface PolicyEditorProps {
  readonly save: Submit<WrittenVersion>
  /** What the version belongs to, as the action wants it. */
  readonly owner: { readonly id: string } | { readonly workplaceId: string }
  /** What counts today: the draft starts as it. */
  readonly current: Policy
  readonly releases: readonly string[]
  readonly credits: CurrentCredit
  readonly titles: Readonly<Record<string, string>>
  readonly today: string
  /** Where to go when it is saved. */
  readonly next: string
}

/** A version of a policy, and beside it what it does to a case. */
export function PolicyEditor({ save, owner, current, releases, credits, titles, today, next }: PolicyEditorProps) {
  const router = useRouter()
  const [draft, setDraft] = useState(() => draftOf(current))
  const [from, setFrom] = useState(today)
  const { frame, pending, problem, errorOf } = useForm({
    submit: save,
    read: (form) => ({ ...owner, ...textsOf(form), ...asVersion(draft), from }),
    onDone: ({ version }) => router.push(`${next}?written=${version}`),
  })
  const isNew = 'workplaceId' in owner
  return (
    <div className="grid gap-x-gutter gap-y-s-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)]">
      <form {...frame} className="grid max-w-[520px] content-start gap-s-4">
        <FormProblem text={problem ?? errorOf('id') ?? errorOf('workplaceId') ?? null} />
        {isNew && (
          <TextField
            label="Name"
            name="name"
            autoComplete="off"
            maxLength={60}
            hint="As you call the contract. Cases show it with the version."
            error={errorOf('name')}
          />
        )}
        <TermsFields draft={draft} releases={releases} errorOf={errorOf} onChange={setDraft} />
        <FactorRows
          base={draft.base}
          rows={draft.factors}
          sent={typedFactors(draft)}
          errorOf={errorOf}
          onChange={(factors) => setDraft({ ...draft, factors })}
        />
        <FromAndNote from={from} today={today} errorOf={errorOf} onFrom={setFrom} />
        <div>
          <Button type="submit" disabled={pending}>
            {isNew ? 'Save the policy' : 'Save the version'}
          </Button>
        </div>
      </form>
      <div className="min-w-0 self-start lg:sticky lg:top-[72px]">
        <LiveEffect draft={draft} current={current.name} credits={credits} titles={titles} today={today} />
      </div>
    </div>
  )
}

interface FromAndNoteProps {
  readonly from: string
  readonly today: string
  readonly errorOf: (path: string) => string | undefined
  readonly onFrom: (from: string) => void
}

function FromAndNote({ from, today, errorOf, onFrom }: FromAndNoteProps) {
  return (
    <>
      <TextField
        label="Effective from"
        name="from"
        type="date"
        value={from}
        onChange={(event) => onFrom(event.target.value)}
        hint={fromHint(from, today)}
        error={errorOf('from')}
      />
      <TextField
        label="Note"
        name="note"
        autoComplete="off"
        maxLength={200}
        hint="Why it changed, for yourself. Nothing of a patient."
        error={errorOf('note')}
      />
    </>
  )
}

/** The fields that the draft does not hold. */
function textsOf(form: FormData): { readonly note: string; readonly name?: string } {
  const text = (field: string) => String(form.get(field) ?? '')
  return { note: text('note'), ...(form.has('name') ? { name: text('name') } : {}) }
}

const fromHint = (from: string, today: string): string =>
  from !== '' && from < today
    ? 'A day in the past: cases already saved keep their numbers until you agree to re-price them.'
    : 'Cases of this day and later are credited by it when they are logged.'
