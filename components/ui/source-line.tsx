import type { ReactNode } from 'react'

/** Publisher, period, population, n, method, caveat. */
export function SourceLine({ children }: { readonly children: ReactNode }) {
  return <p className="max-w-[96ch] text-12 leading-[1.5] text-ink-3 [&_a]:text-inherit">{children}</p>
}

/** A sentence under a number or a table. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <p className="max-w-(--measure) text-13 leading-note text-pretty text-ink-2">{children}</p>
}
