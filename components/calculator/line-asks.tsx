'use client'

import { useState } from 'react'
import { codeOf, faultsOf, type DraftLine } from '@/lib/domain/calculator/draft'
import { timeServiceOf, type TimeService } from '@/lib/domain/calculator/timed'
import { isSupervised } from '@/lib/domain/crediting/anesthesia'
import type { CalculatedLine } from '@/lib/domain/crediting/case'
import { takesValue } from '@/lib/domain/crediting/entered-value'
import { DaysField } from '../case/days-field'
import type { ErrorAt } from '../case/error-at'
import { ManualFields } from '../case/manual-fields'
import { CheckboxField } from '../ui/choice-field'
import { NumberField } from '../ui/field'
import type { LineProps } from './line-props'
import { TimeUnits } from './time-units'

type LineAsksProps = Pick<LineProps, 'draft' | 'answered' | 'timing' | 'onChange'> & {
  /** Of the line, from 1. */
  readonly number: number
}

/** What this code and these modifiers call for, and no other: minutes, days held, a value of one's own. */
export function LineAsks({ number, draft, answered, timing, onChange }: LineAsksProps) {
  const asks = asksOf(draft)
  const value = useValueAsked(draft, answered)
  const faults = faultsOf(draft)
  const errorAt: ErrorAt = (field) => faults.find((fault) => fault.field === field)?.message
  const some = asks.minutes !== null || asks.days || asks.induction
  if (!some && !value) return null
  return (
    <fieldset className="grid min-w-0 gap-3">
      <legend className="sr-only">What line {number} calls for</legend>
      {some && <Counts asks={asks} draft={draft} timing={timing} errorAt={errorAt} onChange={onChange} />}
      {value && (
        <ManualFields line={draft} errorAt={errorAt} onChange={onChange}>
          CMS sets no value for {codeOf(draft)} as entered. Enter one, or name a comparable code. It is summed apart
          from everything else.
        </ManualFields>
      )}
    </fieldset>
  )
}

type CountsProps = Pick<LineProps, 'draft' | 'timing' | 'onChange'> & {
  readonly asks: ReturnType<typeof asksOf>
  readonly errorAt: ErrorAt
}

/** Minutes and what they make of units, and days. */
function Counts({ asks, draft, timing, errorAt, onChange }: CountsProps) {
  return (
    <div className="grid items-start gap-x-3 gap-y-2 sm:grid-cols-[18rem_minmax(0,1fr)]">
      {asks.minutes && (
        <NumberField
          {...MINUTES[asks.minutes]}
          inputMode="numeric"
          maxLength={4}
          value={draft.minutes}
          error={errorAt('minutes')}
          onChange={(event) => onChange({ minutes: event.target.value })}
        />
      )}
      {timing && <TimeUnits {...timing} />}
      {asks.induction && (
        <CheckboxField
          label="There at induction"
          hint="Under AD: one more base unit, and no time."
          checked={draft.induction}
          onChange={() => onChange({ induction: !draft.induction })}
        />
      )}
      {asks.days && <DaysField value={draft.days} error={errorAt('days')} onChange={(days) => onChange({ days })} />}
    </div>
  )
}

const MINUTES: Readonly<Record<TimeService | 'unused', { readonly label: string; readonly hint: string }>> = {
  anesthesia: { label: 'Minutes of anesthesia', hint: 'From start to end of care. Fifteen are one unit.' },
  'critical-care': { label: 'Minutes of critical care', hint: 'One clinician’s total for the patient and day.' },
  prolonged: { label: 'Minutes of the visit', hint: 'The day’s total, where time chose the level.' },
  therapy: { label: 'Minutes with the patient', hint: 'Of this code. Units follow from them.' },
  unused: { label: 'Minutes', hint: 'This line is not counted by the clock: they change nothing.' },
}

/** What was entered stays in sight, whether it is called for or not: nothing counts unseen. */
const asksOf = (draft: DraftLine) => ({
  minutes: minutesAsked(draft),
  days: draft.modifiers.includes('55') || draft.days !== '',
  induction: isSupervised(draft.modifiers) || draft.induction,
})

/** Under AD anesthesia has no time. */
function minutesAsked(draft: DraftLine): TimeService | 'unused' | null {
  const service = isSupervised(draft.modifiers) ? null : timeServiceOf(codeOf(draft))
  return service ?? (draft.minutes === '' ? null : 'unused')
}

function useValueAsked(draft: DraftLine, answered: CalculatedLine | undefined): boolean {
  const code = codeOf(draft)
  const [last, setLast] = useState({ code: '', value: false })
  const value = answered ? takesValue(answered) : last.code === code && last.value
  // Between two answers, and while a field holds what cannot be read yet, the fields stay where they are.
  if (last.code !== code || last.value !== value) setLast({ code, value })
  return value || `${draft.workRvu}${draft.allowed}${draft.comparator}` !== ''
}
