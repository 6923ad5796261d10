import type { Metadata } from 'next'
import Link from 'next/link'
import { AskResetForm, ResetForm } from '@/components/account/reset-forms'
import { AccountLayout } from '@/components/shell/account-layout'
import { PASSWORD_HINT } from '@/lib/features/accounts/schema'
import { askResetAction, resetPasswordAction } from '@/lib/features/credentials/actions'
import { outboxIsShown } from '@/lib/server/mail'

export const metadata: Metadata = { title: 'Choose a new password' }

type Props = { readonly searchParams: Promise<{ token?: string | string[] }> }

export default async function ResetPage({ searchParams }: Props) {
  const { token } = await searchParams
  const below = (
    <Link href="/sign-in" className="thumb">
      Back to signing in
    </Link>
  )
  if (typeof token === 'string') {
    return (
      <AccountLayout
        title="Choose a new password"
        lead="Every device will be signed out."
        below={
          <>
            {below}, or{' '}
            <Link href="/reset" className="thumb">
              ask for another link
            </Link>
            .
          </>
        }
      >
        <ResetForm resetPassword={resetPasswordAction} token={token} passwordHint={PASSWORD_HINT} />
      </AccountLayout>
    )
  }
  return (
    <AccountLayout
      title="Choose a new password"
      lead="Enter your address. A link to choose a new password goes there."
      below={below}
    >
      <AskResetForm askReset={askResetAction} outbox={outboxIsShown()} />
    </AccountLayout>
  )
}
