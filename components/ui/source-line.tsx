import type { ReactNode } from 'react'

interface SourceLineProps {
  /** As wide as the chart it stands under, instead of a comfortable line. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** Publisher, period, population, n, method, caveat. */
export function SourceLine({ wide = false, children }: SourceLineProps) {
  return (
    <p className={`text-12 leading-[1.5] text-pretty text-ink-3 [&_a]:text-inherit ${wide ? '' : 'max-w-[96ch]'}`}>
      {children}
    </p>
  )
}

/** A sentence under a number or a table. */
export function Note({ children }: { readonly children: ReactNode }) {
  return <p className="max-w-(--measure) text-13 leading-note text-pretty text-ink-2">{children}</p>
}
