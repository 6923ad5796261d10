import type { ReactNode } from 'react'
import { Finding } from '../ui/finding'
import { SkipLink } from '../ui/skip-link'
import { WordMark } from './word-mark'

interface AccountLayoutProps {
  readonly title: string
  /** What happens next, in a sentence. */
  readonly lead?: ReactNode
  readonly children: ReactNode
  /** The other way: "No account yet? Start a log". */
  readonly below?: ReactNode
}

/** Sign in, sign up, verify, reset: one narrow column and nothing beside it. */
export function AccountLayout({ title, lead, children, below }: AccountLayoutProps) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="wrap flex h-16 items-center max-sm:h-14">
        <WordMark />
      </header>
      <main id="main" className="wrap flex-1 pt-s-7 pb-s-8">
        <div className="mx-auto w-full max-w-account">
          <Finding level={1}>{title}</Finding>
          {lead && <p className="mt-3 text-14 leading-[1.5] text-pretty text-ink-2">{lead}</p>}
          <div className="mt-s-5 grid gap-s-5">{children}</div>
          {below && <div className="mt-s-5 border-t border-rule pt-4 text-14 text-ink-2">{below}</div>}
        </div>
      </main>
    </div>
  )
}
