'use client'

import { useRouter } from 'next/navigation'
import { Button } from '../ui/button'
import { CheckboxField } from '../ui/choice-field'
import { NumberField, SelectField, TextField, type Option } from '../ui/field'
import { FormProblem, SavedNote } from './form-problem'
import { useForm, type Submit } from './use-form'

export interface ProfileValues {
  readonly name: string
  readonly specialty: string
  readonly place: string
  readonly practitioner: string
  readonly qualifyingApm: boolean
  readonly timeZone: string
  readonly medicareShare: string
}

interface ProfileFormProps {
  readonly saveProfile: Submit<null>
  readonly values: ProfileValues
  readonly specialties: readonly Option[]
  readonly localities: readonly Option[]
  readonly practitioners: readonly Option[]
  readonly timeZones: readonly Option[]
}

export function ProfileForm({ saveProfile, values, ...choices }: ProfileFormProps) {
  const router = useRouter()
  const { frame, pending, done, problem, errorOf } = useForm({
    submit: saveProfile,
    read: (form) => Object.fromEntries(form),
    onDone: () => router.refresh(),
  })
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={problem} />
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        defaultValue={values.name}
        hint="Its initials stand in the bar. May stay empty."
        error={errorOf('name')}
      />
      <SelectField
        label="Specialty"
        name="specialty"
        options={[{ value: '', label: 'Undecided' }, ...choices.specialties]}
        defaultValue={values.specialty}
        error={errorOf('specialty')}
      />
      <SelectField
        label="What are you licensed as?"
        name="practitioner"
        options={choices.practitioners}
        defaultValue={values.practitioner}
        hint="CMS pays some professions a share of the physician fee."
        error={errorOf('practitioner')}
      />
      <SelectField
        label="Where do you practice?"
        name="place"
        options={[{ value: '', label: 'National values' }, ...choices.localities]}
        defaultValue={values.place}
        hint="The Medicare locality sets what CMS pays. Work RVUs are the same everywhere."
        error={errorOf('place')}
      />
      <PaymentFields values={values} timeZones={choices.timeZones} errorOf={errorOf} />
      <div className="grid justify-items-start gap-3">
        <Button type="submit" disabled={pending}>
          Save the profile
        </Button>
        <SavedNote shown={done && !pending} />
      </div>
    </form>
  )
}

interface PaymentFieldsProps {
  readonly values: ProfileValues
  readonly timeZones: readonly Option[]
  readonly errorOf: (field: string) => string | undefined
}

function PaymentFields({ values, timeZones, errorOf }: PaymentFieldsProps) {
  return (
    <>
      <CheckboxField
        label="Qualifying participant in an advanced payment model"
        name="qualifyingApm"
        defaultChecked={values.qualifyingApm}
        hint="From 2026 on CMS uses a higher conversion factor for them."
        error={errorOf('qualifyingApm')}
      />
      <NumberField
        label="Medicare share of your work, percent"
        name="medicareShare"
        defaultValue={values.medicareShare}
        hint="Medicare tables are met with this part of your work only. Empty: not stated."
        error={errorOf('medicareShare')}
      />
      <SelectField
        label="Time zone"
        name="timeZone"
        options={timeZones}
        defaultValue={values.timeZone}
        error={errorOf('timeZone')}
      />
    </>
  )
}
