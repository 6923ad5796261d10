import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { SignUpForm } from '@/components/account/sign-up-form'
import { AccountLayout } from '@/components/shell/account-layout'
import { signUpAction } from '@/lib/features/accounts/actions'
import { loadMe } from '@/lib/features/accounts/loaders'
import { PASSWORD_HINT } from '@/lib/features/accounts/schema'
import { outboxIsShown } from '@/lib/server/mail'

export const metadata: Metadata = { title: 'Open an account' }

export default async function SignUpPage() {
  if (await loadMe()) redirect('/dashboard')
  return (
    <AccountLayout
      title="Open an account"
      lead="Your log belongs to you. No employer sees it."
      below={
        <>
          Have one?{' '}
          <Link href="/sign-in" className="thumb">
            Sign in
          </Link>
          .
        </>
      }
    >
      <SignUpForm signUp={signUpAction} passwordHint={PASSWORD_HINT} outbox={outboxIsShown()} />
    </AccountLayout>
  )
}
