import { redirect } from 'next/navigation'
import { loadMe, type Me } from '@/lib/features/accounts/loaders'

/** The person of the session; sends others to the page that they need first. */
export async function requireMe(path: string, onboarded = true): Promise<Me> {
  const me = await loadMe()
  if (!me) redirect(`/sign-in?next=${encodeURIComponent(path)}`)
  if (!me.verified) redirect('/verify')
  if (onboarded && !me.onboarded) redirect('/onboarding')
  return me
}
