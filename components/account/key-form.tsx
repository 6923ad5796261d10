'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/choice-field'
import { TextField } from '../ui/field'
import { FormDone, FormProblem } from './form-problem'
import { useForm, type Submit } from './use-form'

interface KeyFormProps {
  readonly createKey: Submit<{ readonly name: string; readonly key: string }>
  readonly scopes: readonly { readonly value: string; readonly label: string; readonly note: string }[]
}

export function KeyForm({ createKey, scopes }: KeyFormProps) {
  const router = useRouter()
  const { frame, pending, value, problem, errorOf } = useForm({
    submit: createKey,
    read: (form) => ({ name: form.get('name') ?? '', scopes: form.getAll('scopes') }),
    onDone: () => router.refresh(),
  })
  return (
    <div className="grid gap-s-5">
      {value && <NewKeyNote name={value.name} secret={value.key} />}
      <form key={value?.key ?? ''} {...frame} className="grid max-w-account gap-s-4">
        <FormProblem text={problem} />
        <TextField
          label="Name"
          name="name"
          autoComplete="off"
          hint="What will use it, such as: Clinic spreadsheet."
          required
          error={errorOf('name')}
        />
        <fieldset className="min-w-0">
          <legend className="text-13 leading-data font-strong text-ink-2">It may</legend>
          {scopes.map((scope, at) => (
            <CheckboxField
              key={scope.value}
              name="scopes"
              value={scope.value}
              label={scope.label}
              hint={scope.note}
              error={at === 0 ? errorOf('scopes') : undefined}
            />
          ))}
        </fieldset>
        <div>
          <Button type="submit" disabled={pending}>
            Make the key
          </Button>
        </div>
      </form>
    </div>
  )
}

function NewKeyNote({ name, secret }: { readonly name: string; readonly secret: string }) {
  const [copied, setCopied] = useState(false)
  const copy = () => void navigator.clipboard.writeText(secret).then(() => setCopied(true))
  return (
    <div className="grid justify-items-start gap-3 bg-well p-4">
      <FormDone>The key {name}. It is shown this once: copy it now.</FormDone>
      <code className="text-14 break-all select-all">{secret}</code>
      <Button look="outline" onClick={copy}>
        {copied ? 'Copied' : 'Copy the key'}
      </Button>
    </div>
  )
}
