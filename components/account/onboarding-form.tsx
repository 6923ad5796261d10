'use client'

import { useState } from 'react'
import { Button } from '../ui/button'
import { RadioGroupField, type RadioOption } from '../ui/choice-field'
import { NumberField, SelectField, type Option } from '../ui/field'
import { FormProblem } from './form-problem'
import { TRAINING_YEARS } from './training-year'
import { useForm, type Submit } from './use-form'

interface OnboardingFormProps {
  readonly onboard: Submit<{ readonly next: string }>
  readonly stages: readonly RadioOption[]
  readonly specialties: readonly Option[]
  readonly localities: readonly Option[]
}

/** Three questions; the third depends on the first. */
export function OnboardingForm({ onboard, stages, specialties, localities }: OnboardingFormProps) {
  const [stage, setStage] = useState('')
  const { frame, pending, problem, errorOf } = useForm({
    submit: onboard,
    read: (form) => ({
      ...Object.fromEntries(form),
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    }),
    onDone: ({ next }) => window.location.assign(next),
  })
  const undecided = stage === 'student' ? 'Undecided' : 'Choose a specialty'
  return (
    <form {...frame} className="grid gap-s-5">
      <FormProblem text={problem ?? errorOf('timeZone') ?? null} />
      <RadioGroupField
        label="What are you?"
        name="stage"
        options={stages}
        onChoose={setStage}
        error={errorOf('stage')}
      />
      <SelectField
        label="Specialty"
        name="specialty"
        options={[{ value: '', label: undecided }, ...specialties]}
        error={errorOf('specialty')}
      />
      {stage === 'resident' && (
        <SelectField
          label="Year of training"
          name="trainingYear"
          options={TRAINING_YEARS}
          error={errorOf('trainingYear')}
        />
      )}
      {stage === 'attending' && (
        <>
          <SelectField
            label="Where do you practice?"
            name="place"
            options={[{ value: '', label: 'National values' }, ...localities]}
            hint="The Medicare locality sets what CMS pays. Work RVUs are the same everywhere."
            error={errorOf('place')}
          />
          <NumberField
            label="Clinical FTE"
            name="clinicalFte"
            defaultValue="1.00"
            hint="More than 0 and up to 1.50. Leave admin and research time out."
            error={errorOf('clinicalFte')}
          />
        </>
      )}
      <Button type="submit" wide disabled={pending}>
        {pending ? 'Saving…' : 'Start'}
      </Button>
    </form>
  )
}
