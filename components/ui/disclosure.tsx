import type { ReactNode } from 'react'

interface DisclosureProps {
  /** What opens. */
  readonly label: string
  /** From the start. */
  readonly open?: boolean
  readonly children: ReactNode
}

/** What few need, one press away; it opens without script, and on paper stands only where it was opened. */
export function Disclosure({ label, open = false, children }: DisclosureProps) {
  return (
    <details open={open}>
      <summary
        className="flex min-h-hit w-fit cursor-pointer items-center text-14 text-link underline underline-offset-3"
        data-screen
      >
        {label}
      </summary>
      <div className="grid gap-3 pt-2">{children}</div>
    </details>
  )
}
