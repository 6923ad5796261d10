import { CALCULATOR_PATH } from '@/lib/domain/calculator/address'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'

interface TypedCaseProps {
  readonly text: string
  /** What else the address says, kept while calculating on. */
  readonly rest: readonly (readonly [name: string, value: string])[]
}

/** Where no script runs: the case as the address has it, to be changed and sent. */
export function TypedCase({ text, rest }: TypedCaseProps) {
  return (
    <form action={CALCULATOR_PATH} method="get" className="wrap grid gap-3 pt-s-5">
      <TextField
        label="The case"
        name="case"
        defaultValue={text}
        hint="Without JavaScript, write lines as 47562-22*2@22, with commas between: code, modifiers, units, place of service. Behind it ~95min, ~work12.00 or ~like47562, where the code calls for it."
      />
      {rest.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div>
        <Button type="submit">Calculate</Button>
      </div>
    </form>
  )
}
