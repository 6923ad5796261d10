'use client'

import { useState } from 'react'
import { planOf, type Plan } from '@/lib/domain/calculator/plan'
import { POLICY_BASES, POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { BASE_WORDS } from '@/lib/format/plan-words'
import { draftOf, readDraft, typedFactors, type Draft } from '../policy/draft'
import { FactorRows } from '../policy/factor-rows'
import { TermsFields } from '../policy/terms-fields'
import { RadioGroupField } from '../ui/choice-field'

interface PlanFieldProps {
  readonly plan: Plan
  /** That credit can be frozen to, newest first. */
  readonly releases: readonly string[]
  readonly onChoose: (plan: Plan) => void
}

const OWN = 'custom'
const OPTIONS = [
  ...POLICY_BASES.map((base) => ({ value: base, label: POLICY_PRESETS[base].name, note: BASE_WORDS[base] })),
  { value: OWN, label: 'Custom', note: 'What your contract says: its own factors, reductions and table of work RVUs.' },
]

/** How the plan credits: one of the presets, or one's own, whose fields stand below once it is chosen. */
export function PlanField({ plan, releases, onChoose }: PlanFieldProps) {
  const [isOwn, setOwn] = useState(typeof plan !== 'string')
  // Begins as what the address says, and is kept while a preset is chosen, to come back to.
  const [draft, setDraft] = useState(() => draftOf(typeof plan === 'string' ? POLICY_PRESETS[plan] : plan))
  const write = (next: Draft) => {
    setDraft(next)
    onChoose(planOf(readDraft(next).terms))
  }
  const choose = (value: string) => {
    const base = POLICY_BASES.find((each) => each === value)
    setOwn(base === undefined)
    onChoose(base ?? planOf(readDraft(draft).terms))
  }
  return (
    <div className="grid gap-3">
      <RadioGroupField
        label="How your plan credits"
        name="policy"
        options={OPTIONS}
        defaultValue={typeof plan === 'string' ? plan : OWN}
        onChoose={choose}
      />
      {isOwn && <OwnPlan draft={draft} releases={releases} onChange={write} />}
    </div>
  )
}

interface OwnPlanProps {
  readonly draft: Draft
  readonly releases: readonly string[]
  readonly onChange: (draft: Draft) => void
}

/** The fields of a version in the settings of a workplace, without its name, day and note: nothing is saved here. */
function OwnPlan({ draft, releases, onChange }: OwnPlanProps) {
  const { faults } = readDraft(draft)
  const errorOf = (path: string) => faults[path]
  return (
    <div role="group" aria-label="Your own plan" className="grid gap-s-4 border-l-2 border-rule-2 pl-4">
      <TermsFields draft={draft} releases={releases} errorOf={errorOf} onChange={onChange} />
      <FactorRows
        base={draft.base}
        rows={draft.factors}
        sent={typedFactors(draft)}
        errorOf={errorOf}
        onChange={(factors) => onChange({ ...draft, factors })}
      />
    </div>
  )
}
