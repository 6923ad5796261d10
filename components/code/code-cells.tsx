'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its values a second time, not its cells.
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Cell, RowHead } from '../ui/table'

interface CodeCellsProps {
  readonly code: string
  readonly url: string
  /** The title, with what is said of it. */
  readonly children: ReactNode
}

/** How each row of a list of codes begins: the code, which leads to its page, and its title. */
export function CodeCells({ code, url, children }: CodeCellsProps) {
  return (
    <>
      <RowHead phone="lead">
        <Link href={url} prefetch={false} className="thumb font-strong tracking-[0.015em] text-ink">
          {code}
        </Link>
      </RowHead>
      <Cell phone="below">{children}</Cell>
    </>
  )
}
