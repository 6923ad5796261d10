import Link from 'next/link'
import type { ReactNode } from 'react'

interface FilterText {
  readonly chosen: boolean
  readonly count?: string | number
  readonly children: ReactNode
}

const shape =
  'inline-flex min-h-[34px] cursor-pointer items-center gap-1.5 rounded-2 px-3 text-14 whitespace-nowrap no-underline max-sm:min-h-hit pointer-coarse:min-h-hit'
const idle = 'border border-rule-2 text-ink-2 hover:border-control hover:text-ink'
/* One less of padding for one more of edge: the row does not move when the choice does. */
const picked = 'border-2 border-ink px-[11px] font-strong text-ink'

function filterClass(chosen: boolean): string {
  return `${shape} ${chosen ? picked : idle}`
}

function Count({ count }: { readonly count: string | number | undefined }) {
  return count === undefined ? null : <span className="font-regular text-ink-3">{count}</span>
}

/** Filters that live in the address: shareable, and they work before any script does. */
export function FilterLink({ href, chosen, count, children }: FilterText & { readonly href: string }) {
  return (
    <Link href={href} className={filterClass(chosen)} aria-current={chosen ? 'true' : undefined} scroll={false}>
      {children}
      <Count count={count} />
    </Link>
  )
}

/** One line; on a phone it scrolls by itself, the page does not. */
export function FilterRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div
      role="group"
      aria-label={label}
      data-screen
      className="flex flex-wrap items-center gap-3 max-sm:-mx-margin max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:px-margin max-sm:py-1 max-sm:[scrollbar-width:none]"
    >
      {children}
    </div>
  )
}
