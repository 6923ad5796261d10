'use client'

import { useState } from 'react'
import { useRouter } from 'next/navigation'
import { Button } from '../ui/button'
import { SelectField, TextField, type Option } from '../ui/field'
import { FormProblem, SavedNote } from './form-problem'
import { TRAINING_YEARS } from './training-year'
import { useForm, type Submit } from './use-form'

interface StageFormProps {
  readonly saveStage: Submit<null>
  readonly stages: readonly Option[]
  readonly stage: string
  /** `YYYY-MM-DD`, the day that the new stage most likely begins. */
  readonly from: string
}

export function StageForm({ saveStage, stages, stage: given, from }: StageFormProps) {
  const router = useRouter()
  const [stage, setStage] = useState(given)
  const { frame, pending, done, problem, errorOf } = useForm({
    submit: saveStage,
    read: (form) => Object.fromEntries(form),
    onDone: () => router.refresh(),
  })
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={problem} />
      <SelectField
        label="Stage"
        name="stage"
        options={stages}
        value={stage}
        onChange={(event) => setStage(event.target.value)}
        error={errorOf('stage')}
      />
      {stage === 'resident' && (
        <SelectField
          label="Year of training"
          name="trainingYear"
          options={TRAINING_YEARS}
          error={errorOf('trainingYear')}
        />
      )}
      <TextField
        label="From"
        name="from"
        type="date"
        defaultValue={from}
        hint="Cases before this day stay in the stage they were done in."
        error={errorOf('from')}
      />
      <div className="grid justify-items-start gap-3">
        <Button type="submit" look="outline" disabled={pending}>
          Set the stage
        </Button>
        <SavedNote shown={done && !pending} />
      </div>
    </form>
  )
}
