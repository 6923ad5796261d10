'use client'

import { useRouter } from 'next/navigation'
import { openSession } from '../../lib/client/session'
import { Button } from '../ui/button'
import { PasswordField, TextField } from '../ui/field'
import { FormDone, FormProblem } from './form-problem'
import { SentNote } from './sent-note'
import { useForm, type Submit } from './use-form'

type Sent = { readonly to: string }

interface ChangePasswordFormProps {
  readonly changePassword: Submit<Sent>
  readonly email: string
  readonly passwordHint: string
}

/** Every device is signed out; this one signs in again at once with the new password. */
export function ChangePasswordForm({ changePassword, email, passwordHint }: ChangePasswordFormProps) {
  const router = useRouter()
  const { frame, pending, value, problem, errorOf } = useForm({
    submit: changePassword,
    onDone: async (_, form) => {
      const again = await openSession(email, String(form.get('password')))
      if (!again.ok) router.push('/sign-in?next=/settings/account')
    },
  })
  if (value) return <FormDone>The password is changed. Other devices were signed out.</FormDone>
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={problem} />
      {/* For password managers: whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label="Password now"
        name="current"
        autoComplete="current-password"
        required
        error={errorOf('current')}
      />
      <PasswordField
        label="New password"
        name="password"
        autoComplete="new-password"
        hint={passwordHint}
        required
        error={errorOf('password')}
      />
      <div>
        <Button type="submit" disabled={pending}>
          Change the password
        </Button>
      </div>
    </form>
  )
}

interface ChangeEmailFormProps {
  readonly askEmailChange: Submit<Sent>
  readonly outbox: boolean
}

export function ChangeEmailForm({ askEmailChange, outbox }: ChangeEmailFormProps) {
  const { frame, pending, value, problem, errorOf } = useForm({ submit: askEmailChange })
  if (value) {
    return (
      <SentNote to={value.to} outbox={outbox}>
        Your address changes once its link is opened, within one day. The old address was told.
      </SentNote>
    )
  }
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={problem} />
      <TextField
        label="New mail address"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
        required
        error={errorOf('email')}
      />
      <PasswordField
        label="Password"
        name="current"
        autoComplete="current-password"
        required
        error={errorOf('current')}
      />
      <div>
        <Button type="submit" look="outline" disabled={pending}>
          Send the link
        </Button>
      </div>
    </form>
  )
}
