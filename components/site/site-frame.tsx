import type { ReactNode } from 'react'
import type { EndsOf } from '../shell/for-whom'
import { SiteFooter } from '../shell/site-footer'
import { SiteHeader } from '../shell/site-header'
import { SkipLink } from '../ui/skip-link'
import { ThemeChoice } from './theme-choice'

const HOME = { label: 'Home', href: '/' }
const CODES = { label: 'CPT Codes', href: '/cpt-codes' }
const CALCULATOR = { label: 'Calculator', href: '/calculator' }
const SOURCES = { label: 'Data sources', href: '/data-sources' }
const WAYS_IN = [
  { label: 'Specialties', href: '/specialties' },
  { label: 'Modifiers', href: '/modifiers' },
  { label: 'Places of service', href: '/places-of-service' },
  { label: 'Releases', href: '/releases' },
  { label: 'Compare codes', href: '/compare' },
]
const SIGN_IN = { label: 'Sign in', href: '/sign-in' }
const START = { label: 'Start a log', href: '/sign-up' }
const DASHBOARD = { label: 'Dashboard', href: '/dashboard' }
const LOG = { label: 'Log a case', href: '/log' }
const ENDS: EndsOf = { stranger: [SIGN_IN, START], member: [DASHBOARD, LOG] }

interface SiteFrameProps {
  /** "release RVU26C, effective Jul 1, 2026" */
  readonly release?: string | undefined
  readonly children: ReactNode
}

/** Header, main and footer of every public page. */
export function SiteFrame({ release, children }: SiteFrameProps) {
  return (
    <>
      <SkipLink />
      <SiteHeader items={[HOME, CODES, CALCULATOR, SOURCES]} ends={ENDS} />
      <main id="main" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <SiteFooter
        columns={[[HOME, CODES, CALCULATOR, SOURCES], WAYS_IN]}
        ends={ENDS}
        theme={<ThemeChoice />}
        {...(release === undefined ? {} : { release })}
      />
    </>
  )
}
