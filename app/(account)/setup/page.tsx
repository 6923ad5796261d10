import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { PressForm } from '@/components/account/press-form'
import { AccountLayout } from '@/components/shell/account-layout'
import { claimSetupAction } from '@/lib/features/accounts/actions'
import { loadMe } from '@/lib/features/accounts/loaders'

export const metadata: Metadata = { title: 'Run this platform' }

type Props = { readonly searchParams: Promise<{ token?: string | string[] }> }

export default async function SetupPage({ searchParams }: Props) {
  const { token } = await searchParams
  if (typeof token !== 'string') notFound()
  const me = await loadMe()
  if (!me) redirect(`/sign-in?next=${encodeURIComponent(`/setup?token=${token}`)}`)
  if (!me.verified) redirect('/verify')
  return (
    <AccountLayout
      title="Run this platform"
      lead={`${me.email} becomes its first administrator: releases, people and settings of the installation. The link works once.`}
    >
      <PressForm press={claimSetupAction} fields={{ token }} label="Run this platform" wide next="/admin/releases" />
    </AccountLayout>
  )
}
