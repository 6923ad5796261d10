'use client'

import { useState } from 'react'
import { PRACTITIONERS, ROLES } from '@/lib/domain/crediting/case'
import type { CalculatorState } from '@/lib/domain/calculator/state'
import { readDate } from '@/lib/domain/shared/date'
import type { CalculatorPage } from '@/lib/features/calculator/schema'
import { withDateWords } from '@/lib/format/date'
import { roleName } from '../dashboard/words'
import { CheckboxField } from '../ui/choice-field'
import { Disclosure } from '../ui/disclosure'
import { SelectField, TextField, type Option } from '../ui/field'
import { LocalityField } from './locality-field'
import { PlanField } from './plan-field'

interface CircumstancesProps {
  readonly state: CalculatorState
  readonly page: CalculatorPage
  readonly practitioners: readonly Option[]
  readonly onChange: (part: Partial<CalculatorState>) => void
}

const ROLE_OPTIONS = ROLES.map((role) => ({ value: role, label: roleName(role) }))

/** Of a list that a field offers: what the field says is one of it. */
const oneOf = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text)

/** What holds for every line: when, where, by whom, and under which rules. */
export function Circumstances({ state, page, practitioners, onChange }: CircumstancesProps) {
  return (
    <fieldset className="grid min-w-0 content-start gap-s-4">
      <legend className="sr-only">What holds for every line</legend>
      <PlanField
        plan={state.policy}
        releases={page.releases.map(({ id }) => id)}
        onChoose={(policy) => onChange({ policy })}
      />
      <TextField
        label="Date of service"
        type="date"
        value={state.date ?? ''}
        hint={state.date === null ? `Empty: today, ${withDateWords(page.today)}.` : undefined}
        onChange={(event) => onChange({ date: readDate(event.target.value) })}
      />
      <LocalityField
        value={state.locality}
        localities={page.localities}
        onChoose={(locality) => onChange({ locality })}
      />
      <Person state={state} practitioners={practitioners} onChange={onChange} />
    </fieldset>
  )
}

/** Open from the start where it says anything unusual. */
function Person({ state, practitioners, onChange }: Omit<CircumstancesProps, 'page'>) {
  // Only at first: choosing the usual again does not shut the part in which one chooses.
  const [open] = useState(
    () =>
      state.practitioner !== 'physician' || state.role !== 'attending' || state.qualifyingApm || !state.participating,
  )
  return (
    <div className="border-t border-rule-2 pt-2">
      <Disclosure label="Who bills, and how they take part" open={open}>
        <SelectField
          label="Practitioner"
          value={state.practitioner}
          options={practitioners}
          hint="CMS pays some professions a share of the physician fee."
          onChange={(event) => onChange({ practitioner: oneOf(PRACTITIONERS, event.target.value) ?? 'physician' })}
        />
        <SelectField
          label="Role"
          value={state.role}
          options={ROLE_OPTIONS}
          hint="In training, work is counted apart and credited to nobody."
          onChange={(event) => onChange({ role: oneOf(ROLES, event.target.value) ?? 'attending' })}
        />
        <CheckboxField
          label="Qualifying participant in an advanced payment model"
          hint="From 2026 on CMS uses a higher conversion factor."
          checked={state.qualifyingApm}
          onChange={() => onChange({ qualifyingApm: !state.qualifyingApm })}
        />
        <CheckboxField
          label="Takes part in Medicare"
          hint="Otherwise Medicare allows 95% of the fee."
          checked={state.participating}
          onChange={() => onChange({ participating: !state.participating })}
        />
      </Disclosure>
    </div>
  )
}
