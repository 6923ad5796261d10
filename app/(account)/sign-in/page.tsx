import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { FormDone } from '@/components/account/form-problem'
import { SignInForm } from '@/components/account/sign-in-form'
import { AccountLayout } from '@/components/shell/account-layout'
import { loadMe } from '@/lib/features/accounts/loaders'
import { sitePath } from '@/lib/features/accounts/schema'

export const metadata: Metadata = { title: 'Sign in' }

type Props = { readonly searchParams: Promise<{ next?: string | string[]; confirmed?: string }> }

export default async function SignInPage({ searchParams }: Props) {
  const query = await searchParams
  const wanted = sitePath(query.next, '/dashboard')
  const next = wanted.startsWith('/sign-in') ? '/dashboard' : wanted
  if (await loadMe()) redirect(next)
  return (
    <AccountLayout
      title="Sign in"
      below={
        <>
          No account yet?{' '}
          <Link href="/sign-up" className="thumb">
            Open one
          </Link>
          . Forgot the password?{' '}
          <Link href="/reset" className="thumb">
            Choose another
          </Link>
          .
        </>
      }
    >
      {query.confirmed !== undefined && <FormDone>The address is confirmed. Sign in to go on.</FormDone>}
      <SignInForm next={next} />
    </AccountLayout>
  )
}
