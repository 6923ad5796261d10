'use client'

import { useState } from 'react'
import { Button } from '../ui/button'

interface ShareBarProps {
  /** The case as plain text, with the address where it opens again. */
  readonly textFor: (url: string) => string
  /** Path and query of the case. */
  readonly path: string
}

/** What one takes along: the address, the text, a sheet of paper. */
export function ShareBar({ textFor, path }: ShareBarProps) {
  const [said, setSaid] = useState('')
  const address = () => new URL(path, window.location.origin).href
  const copy = async (text: string, done: string) => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    setSaid(copied ? done : 'The browser did not let this page copy. Copy the address from its bar.')
  }
  return (
    <div className="flex flex-wrap items-center gap-3" data-screen>
      <Button onClick={() => void copy(address(), 'The link is copied. It opens this case for anyone.')}>
        Copy link
      </Button>
      <Button look="outline" onClick={() => void copy(textFor(address()), 'The case is copied as text.')}>
        Copy as text
      </Button>
      <Button look="outline" onClick={() => window.print()}>
        Print
      </Button>
      <span role="status" className="text-13 text-ink-2">
        {said}
      </span>
    </div>
  )
}
