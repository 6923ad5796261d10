'use client'

import { Kbd } from '../ui/kbd'

/** Opens search and commands; where there is no room it is the glass alone. */
export function BarSearch({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      aria-label="Search codes, cases and commands"
      className="flex h-8 items-center gap-4 rounded-2 border border-bar-edge pr-2 pl-3 text-13 text-on-bar-2 hover:text-on-bar max-lg:size-hit max-lg:justify-center max-lg:border-transparent max-lg:p-0 pointer-coarse:h-hit"
    >
      <span className="max-lg:hidden">Search</span>
      <span className="max-lg:hidden">
        <Kbd>⌘K</Kbd>
      </span>
      <svg width="18" height="18" className="lg:hidden" aria-hidden fill="none" stroke="currentColor" strokeWidth="2">
        <circle cx="7.5" cy="7.5" r="5.5" />
        <line x1="12" y1="12" x2="16" y2="16" strokeLinecap="round" />
      </svg>
    </button>
  )
}
