'use client'

import { Button, ButtonLink } from '../ui/button'
import { PasswordField, TextField } from '../ui/field'
import { FormDone, FormProblem } from './form-problem'
import { SentNote } from './sent-note'
import { useForm, type Submit } from './use-form'

type Sent = { readonly to: string }

interface AskResetFormProps {
  readonly askReset: Submit<Sent>
  readonly outbox: boolean
}

export function AskResetForm({ askReset, outbox }: AskResetFormProps) {
  const { frame, pending, value, problem, errorOf } = useForm({ submit: askReset })
  if (value) {
    return (
      <SentNote to={value.to} outbox={outbox}>
        If the address has an account, the link in it works for one hour.
      </SentNote>
    )
  }
  return (
    <form {...frame} className="grid gap-s-4">
      <FormProblem text={problem} />
      <TextField
        label="Mail address"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="username"
        autoCapitalize="none"
        required
        error={errorOf('email')}
      />
      <Button type="submit" wide disabled={pending}>
        {pending ? 'Sending…' : 'Send the link'}
      </Button>
    </form>
  )
}

interface ResetFormProps {
  readonly resetPassword: Submit<Sent>
  readonly token: string
  readonly passwordHint: string
}

export function ResetForm({ resetPassword, token, passwordHint }: ResetFormProps) {
  const { frame, pending, value, problem, errorOf } = useForm({ submit: resetPassword })
  if (value) {
    return (
      <div className="grid gap-s-4">
        <FormDone>The new password is set, and every device was signed out.</FormDone>
        <ButtonLink href="/sign-in" wide>
          Sign in
        </ButtonLink>
      </div>
    )
  }
  return (
    <form {...frame} className="grid gap-s-4">
      <FormProblem text={problem ?? errorOf('token') ?? null} />
      <input type="hidden" name="token" value={token} />
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        hint={passwordHint}
        required
        error={errorOf('password')}
      />
      <Button type="submit" wide disabled={pending}>
        {pending ? 'Setting…' : 'Set the new password'}
      </Button>
    </form>
  )
}
