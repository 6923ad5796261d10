import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { SignOutButton } from '@/components/account/sign-out-button'
import { AppBar } from '@/components/shell/app-bar'
import type { NavItem } from '@/components/shell/nav-link'
import { PhoneTabs } from '@/components/shell/phone-tabs'
import { isTheme } from '@/components/shell/theme'
import { ThemeToggle } from '@/components/shell/theme-toggle'
import { SkipLink } from '@/components/ui/skip-link'
import { loadMe } from '@/lib/features/accounts/loaders'

const DASHBOARD = { label: 'Dashboard', href: '/dashboard' }
const LOG = { label: 'Log', href: '/log' }
const CASES = { label: 'Cases', href: '/cases' }
const CODES = { label: 'Codes', href: '/cpt-codes' }
const SETTINGS = { label: 'Settings', href: '/settings' }
const KEYS = { label: 'API keys', href: '/settings/keys' }
const RELEASES = { label: 'Releases', href: '/admin/releases' }
const REPORTS = { label: 'Reports', href: '/admin/reports' }
const JOBS = { label: 'Jobs', href: '/admin/jobs' }

export default async function AppLayout({ children }: { readonly children: ReactNode }) {
  const me = await loadMe()
  // Nothing is shown: the page sends a stranger to sign in, and knows where to come back to.
  if (!me) return children
  const theme = (await cookies()).get('theme')?.value
  const account: NavItem[] = [SETTINGS, KEYS, ...(me.platformAdmin ? [RELEASES, REPORTS, JOBS] : [])]
  return (
    <div className="flex min-h-dvh flex-col pb-tabs">
      <SkipLink />
      <AppBar
        items={[DASHBOARD, LOG, CASES, CODES]}
        initials={initialsOf(me.name, me.email)}
        account={account}
        accountEnd={
          <div className="grid gap-3">
            <ThemeToggle value={isTheme(theme) ? theme : 'system'} />
            <SignOutButton />
          </div>
        }
      />
      <main id="main" className="wrap w-full flex-1 pb-s-8">
        {children}
      </main>
      <PhoneTabs before={[DASHBOARD, CASES]} main={LOG} after={CODES} more={account} />
    </div>
  )
}

function initialsOf(name: string, email: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = words.length > 0 ? [words[0], words.length > 1 ? words.at(-1) : ''] : [email]
  return letters
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase()
}
