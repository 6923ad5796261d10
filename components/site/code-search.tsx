import { Button } from '../ui/button'
import { TextField } from '../ui/field'

interface CodeSearchProps {
  readonly query?: string
  readonly label?: string
  /** Kept while searching on. */
  readonly specialty?: string | undefined
}

/** A plain form: it works before any script, and the answer has an address. */
export function CodeSearch({ query = '', label = 'Code or words', specialty }: CodeSearchProps) {
  return (
    <form
      action="/cpt-codes"
      method="get"
      role="search"
      className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-3"
    >
      <TextField
        label={label}
        name="q"
        type="search"
        defaultValue={query}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
      />
      {specialty && <input type="hidden" name="specialty" value={specialty} />}
      <Button type="submit">Search</Button>
    </form>
  )
}
