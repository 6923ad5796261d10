'use client'

import { useEffect, useState } from 'react'
import { countedOf } from '@/lib/domain/calculator/difference'
import type { CalculatedLine } from '@/lib/domain/crediting/case'
import { modifierFact } from '@/lib/domain/crediting/modifier'
import { formatDollarsAndCents, formatWorkRvu } from '@/lib/format/number'
import { CheckboxField } from '../ui/choice-field'
import { TextField } from '../ui/field'
import type { LineProps, LineRequest } from './line-props'
import { calculated } from './use-calculator'

/** The modifiers that the rows of the code allow, each with what it would do here; and what few lines need. */
export function LineMore({ draft, facts, caseDate, onChange, requestWith }: LineProps) {
  const offered = facts?.modifiers ?? []
  const typed = draft.modifiers.filter((each) => !offered.some(({ code }) => code === each))
  const all = [...offered, ...typed.map((code) => ({ code, meaning: modifierFact(code)?.meaning ?? 'typed' }))]
  const effects = useEffects(
    draft.modifiers,
    all.map(({ code }) => code),
    requestWith,
  )
  const toggle = (modifier: string) => onChange({ modifiers: toggled(draft.modifiers, modifier) })
  return (
    <div className="grid gap-x-s-6 gap-y-2 border-l-2 border-rule-2 pl-s-4 md:grid-cols-[minmax(0,1fr)_13rem]">
      <fieldset className="min-w-0">
        <legend className="text-13 font-strong text-ink-2">Modifiers that this code’s row allows</legend>
        {all.map(({ code, meaning }) => (
          <CheckboxField
            key={code}
            label={
              <>
                {code}, {meaning} <span className="text-13 text-ink-2 max-sm:block">{effects[code] ?? ''}</span>
              </>
            }
            checked={draft.modifiers.includes(code)}
            onChange={() => toggle(code)}
          />
        ))}
        {all.length === 0 && <p className="py-2 text-13 text-ink-2">{noneWords(draft.code, facts !== undefined)}</p>}
        <p className="mt-2 text-13 leading-note text-ink-2">
          Others are typed behind the code: <b>47562-59</b>. Each is shown with what it does.
        </p>
      </fieldset>
      <div className="grid content-start gap-2">
        <TextField
          label="Date of this line"
          type="date"
          value={draft.dateOfService}
          hint={`Empty: ${caseDate}.`}
          onChange={(event) => onChange({ dateOfService: event.target.value })}
        />
        <CheckboxField
          label="Done by another clinician"
          hint="For context: in no total."
          checked={draft.other}
          onChange={() => onChange({ other: !draft.other })}
        />
      </div>
    </div>
  )
}

const toggled = (modifiers: readonly string[], modifier: string): readonly string[] =>
  modifiers.includes(modifier) ? modifiers.filter((each) => each !== modifier) : [...modifiers, modifier]

const noneWords = (code: string, known: boolean): string =>
  known ? `No modifier changes what ${code} pays or credits.` : 'Enter a code that is known here.'

/** What this line would be with each modifier put on or taken off, asked of the interface like everything else. */
function useEffects(
  modifiers: readonly string[],
  codes: readonly string[],
  requestWith: LineProps['requestWith'],
): Readonly<Record<string, string>> {
  const [effects, setEffects] = useState<Readonly<Record<string, string>>>({})
  const question = JSON.stringify([
    requestWith(modifiers),
    ...codes.map((code) => requestWith(toggled(modifiers, code))),
  ])
  const names = codes.join(' ')
  const chosen = modifiers.join(' ')
  useEffect(() => {
    const control = new AbortController()
    const requests = JSON.parse(question) as readonly LineRequest[]
    void Promise.all(requests.map((request) => lineAnswered(request, control.signal))).then(([now, ...others]) => {
      if (control.signal.aborted) return
      const words = names.split(' ').map((code, at) => [code, effectWords(now, others[at], chosen.includes(code))])
      setEffects(Object.fromEntries(words) as Record<string, string>)
    })
    return () => control.abort()
  }, [question, names, chosen])
  return effects
}

async function lineAnswered(request: LineRequest, signal: AbortSignal): Promise<CalculatedLine | undefined> {
  const result = request && (await calculated(request.body, signal))
  return result?.ok ? result.answer.lines[request?.at ?? 0] : undefined
}

/** `With it: credited 1.63, Medicare $93.33.` Of a modifier that is on, what would be without it. */
function effectWords(now: CalculatedLine | undefined, then: CalculatedLine | undefined, chosen: boolean): string {
  if (!now || !then) return 'Not known now.'
  if (!then.valid) return then.steps.at(-1)?.reason ?? 'This line would have no value.'
  if (countedOf(now) === countedOf(then) && now.allowed === then.allowed) return 'Changes no amount here.'
  return `${chosen ? 'Without it' : 'With it'}: credited ${amount(countedOf(then), formatWorkRvu)}, Medicare ${amount(then.allowed, formatDollarsAndCents)}.`
}

const amount = (text: string | null, format: (text: string) => string): string =>
  text === null ? 'none' : format(text)
