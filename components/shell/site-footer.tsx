'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its few words a second time, not its elements.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { ForWhom, type EndsOf } from './for-whom'
import type { NavItem } from './nav-link'
import { WordMark } from './word-mark'

interface SiteFooterProps {
  /** Columns of links. */
  readonly columns: readonly (readonly NavItem[])[]
  /** The column after them. */
  readonly ends: EndsOf
  /** Which release the numbers on the page come from: "release RVU26C, effective July 1, 2026". */
  readonly release?: string
  /** The theme control, for those who are not signed in. */
  readonly theme?: ReactNode
}

/** Where the numbers come from and whose the trademark is; on every public page. */
export function SiteFooter({ columns, ends, release, theme }: SiteFooterProps) {
  return (
    <footer className="mt-s-7 border-t border-rule pt-s-6 pb-s-7 text-13 text-ink-2">
      <div className="wrap">
        <div className="grid grid-cols-2 gap-x-gutter gap-y-s-6 md:grid-cols-[2fr_repeat(3,1fr)]" data-screen>
          <div className="col-span-full md:col-span-1">
            <WordMark />
            <p className="mt-3 max-w-[34ch] leading-[1.6]">
              Work RVUs, counted from the schedule in force on the day of service, with the working shown.
            </p>
            {theme && <div className="mt-4">{theme}</div>}
          </div>
          {columns.map((links, at) => (
            <LinkColumn key={at} links={links} />
          ))}
          <ForWhom ends={ends} draw={(links) => <LinkColumn links={links} />} />
        </div>
        <p className="mt-s-6 border-t border-rule pt-4 text-12 leading-[1.5] text-ink-3">
          Numbers from the CMS Physician Fee Schedule{release && `, ${release}`}. CPT is a registered trademark of the
          American Medical Association. Titles, other names and explanations are RVU Edge’s own wording. Allowed amounts
          are before deductible, coinsurance and sequestration.
        </p>
      </div>
    </footer>
  )
}

function LinkColumn({ links }: { readonly links: readonly NavItem[] }) {
  return (
    <ul>
      {links.map((item) => (
        <li key={item.href}>
          <Link
            href={item.href}
            className="inline-block py-1 text-ink-2 no-underline hover:text-ink hover:underline max-sm:py-3 pointer-coarse:py-3"
          >
            {item.label}
          </Link>
        </li>
      ))}
    </ul>
  )
}
