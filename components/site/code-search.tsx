'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CodeCombobox } from '../code/code-combobox'
import { Button } from '../ui/button'

interface CodeSearchProps {
  readonly query?: string
  readonly label?: string
  /** Kept while searching on. */
  readonly specialty?: string | undefined
}

/** A plain form, whose answer has an address and needs no script; with it, what one types is answered below at once. */
export function CodeSearch({ query = '', label = 'Code or words', specialty }: CodeSearchProps) {
  const router = useRouter()
  const [typed, setTyped] = useState(query)
  return (
    <form
      action="/cpt-codes"
      method="get"
      role="search"
      className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3"
    >
      <CodeCombobox
        label={label}
        name="q"
        value={typed}
        onType={setTyped}
        onPick={({ url }) => router.push(url)}
        enterKeyHint="search"
        maxLength={200}
      />
      {specialty && <input type="hidden" name="specialty" value={specialty} />}
      <Button type="submit">Search</Button>
    </form>
  )
}
