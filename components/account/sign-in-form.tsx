'use client'

import { openSession } from '../../lib/client/session'
import { Button } from '../ui/button'
import { PasswordField, TextField } from '../ui/field'
import { FormProblem } from './form-problem'
import { useForm } from './use-form'

const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

interface SignInFormProps {
  /** A path of this site. */
  readonly next: string
  readonly email?: string
}

export function SignInForm({ next, email = '' }: SignInFormProps) {
  const { frame, pending, done, problem, errorOf } = useForm({
    submit: (input) => {
      const form = input as FormData
      return openSession(field(form, 'email'), field(form, 'password'))
    },
    // A whole navigation, so that nothing rendered for nobody stays.
    onDone: () => window.location.assign(next),
  })
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
        defaultValue={email}
        required
        error={errorOf('email')}
      />
      <PasswordField
        label="Password"
        name="password"
        autoComplete="current-password"
        required
        error={errorOf('password')}
      />
      <Button type="submit" wide disabled={pending || done}>
        {pending ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  )
}
