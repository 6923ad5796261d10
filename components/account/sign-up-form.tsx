'use client'

import { Button } from '../ui/button'
import { PasswordField, TextField } from '../ui/field'
import { FormProblem } from './form-problem'
import { SentNote } from './sent-note'
import { useForm, type Submit } from './use-form'

interface SignUpFormProps {
  readonly signUp: Submit<{ readonly to: string }>
  readonly passwordHint: string
  /** Where mail is kept on a machine that sends none. */
  readonly outbox: boolean
}

export function SignUpForm({ signUp, passwordHint, outbox }: SignUpFormProps) {
  const { frame, pending, value, problem, errorOf } = useForm({ submit: signUp })
  if (value) {
    return (
      <SentNote to={value.to} outbox={outbox}>
        Open the link in it to confirm the address. It works for seven days.
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
      <PasswordField
        label="Password"
        name="password"
        autoComplete="new-password"
        hint={passwordHint}
        required
        error={errorOf('password')}
      />
      <Button type="submit" wide disabled={pending}>
        {pending ? 'Opening…' : 'Open the account'}
      </Button>
    </form>
  )
}
