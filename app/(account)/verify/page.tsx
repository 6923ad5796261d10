import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { FormProblem } from '@/components/account/form-problem'
import { PressForm } from '@/components/account/press-form'
import { SignOutButton } from '@/components/account/sign-out-button'
import { AccountLayout } from '@/components/shell/account-layout'
import { Button } from '@/components/ui/button'
import { confirmAddressAction, resendVerificationAction } from '@/lib/features/accounts/actions'
import { loadMe } from '@/lib/features/accounts/loaders'
import { outboxIsShown } from '@/lib/server/mail'

export const metadata: Metadata = { title: 'Confirm your address' }

type Props = { readonly searchParams: Promise<{ token?: string | string[]; problem?: string }> }

/** Works without script: a mail scanner that opens the link presses no button. */
async function confirm(form: FormData): Promise<void> {
  'use server'
  const result = await confirmAddressAction(form)
  if (!result.ok) redirect('/verify?problem=link')
  redirect((await loadMe()) ? '/dashboard' : '/sign-in?confirmed=1')
}

export default async function VerifyPage({ searchParams }: Props) {
  const { token, problem } = await searchParams
  if (typeof token === 'string') return <ConfirmPage token={token} />
  const me = await loadMe()
  if (me?.verified && problem === undefined) redirect('/dashboard')
  const trouble = problem === undefined ? null : 'This link was used already or is too old. Ask for a new one.'
  return me && !me.verified ? <WaitingPage email={me.email} trouble={trouble} /> : <StrangerPage trouble={trouble} />
}

function ConfirmPage({ token }: { readonly token: string }) {
  return (
    <AccountLayout title="Confirm your address" lead="Press the button to confirm that this address is yours.">
      <form action={confirm}>
        <input type="hidden" name="token" value={token} />
        <Button type="submit" wide>
          Confirm this address
        </Button>
      </form>
    </AccountLayout>
  )
}

function WaitingPage({ email, trouble }: { readonly email: string; readonly trouble: string | null }) {
  return (
    <AccountLayout
      title="Confirm your address"
      lead={`A message went to ${email}. Open the link in it; your log starts there.`}
      below={
        <>
          Not your address? <SignOutButton /> and sign up with the right one.
        </>
      }
    >
      <FormProblem text={trouble} />
      <PressForm
        press={resendVerificationAction}
        label="Send the message again"
        look="outline"
        wide
        doneText="Sent. The newest message may take a minute; look among the junk too."
      />
      {outboxIsShown() && (
        <p className="text-13 leading-note text-ink-2">
          No mail server is set here: messages are kept in the <a href="/outbox">outbox</a>.
        </p>
      )}
    </AccountLayout>
  )
}

function StrangerPage({ trouble }: { readonly trouble: string | null }) {
  return (
    <AccountLayout
      title="Confirm your address"
      lead="Open the link in the message that came when you signed up. Sign in to have it sent again."
      below={
        <>
          <Link href="/sign-in" className="thumb">
            Sign in
          </Link>
          , or{' '}
          <Link href="/sign-up" className="thumb">
            open an account
          </Link>
          .
        </>
      }
    >
      <FormProblem text={trouble} />
    </AccountLayout>
  )
}
