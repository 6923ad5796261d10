import type { ReactNode } from 'react'

interface DisclosureProps {
  readonly summary: ReactNode
  readonly openAtFirst?: boolean
  readonly children: ReactNode
}

/** Opens in place, and before any script has come. */
export function Disclosure({ summary, openAtFirst = false, children }: DisclosureProps) {
  return (
    <details open={openAtFirst} className="group border-b border-rule">
      <summary className="flex min-h-hit items-center justify-between gap-4 py-2 text-14 leading-data hover:text-link">
        <span>{summary}</span>
        <span aria-hidden className="text-ink-3 group-open:hidden">
          +
        </span>
        <span aria-hidden className="hidden text-ink-3 group-open:inline">
          −
        </span>
      </summary>
      <div className="pb-4 text-14 leading-[1.5]">{children}</div>
    </details>
  )
}
