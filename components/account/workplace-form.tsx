'use client'

import { useRouter } from 'next/navigation'
import type { WorkplaceRow } from '../../lib/features/profile/schema'
import { Button } from '../ui/button'
import { NumberField, SelectField, TextField, type Option } from '../ui/field'
import { FormProblem, SavedNote } from './form-problem'
import { useForm, type Submit } from './use-form'

interface WorkplaceFormProps {
  readonly save: Submit<unknown>
  /** Null: a new one. */
  readonly workplace: WorkplaceRow | null
  readonly policies: readonly Option[]
  readonly places: readonly Option[]
  /** Where to go after a new one is added. */
  readonly next?: string
}

const NEW = { name: '', clinicalFte: '1.00', annualTarget: '', policy: 'cms_adjusted', placeOfService: '22' } as const

export function WorkplaceForm({ save, workplace, policies, places, next }: WorkplaceFormProps) {
  const router = useRouter()
  const values = workplace ?? NEW
  const { frame, pending, done, problem, errorOf } = useForm({
    submit: save,
    read: (form) => Object.fromEntries(form),
    onDone: () => (next ? router.push(next) : router.refresh()),
  })
  return (
    <form {...frame} className="grid max-w-account gap-s-4">
      <FormProblem text={problem ?? errorOf('id') ?? null} />
      {workplace && <input type="hidden" name="id" value={workplace.id} />}
      <TextField
        label="Name"
        name="name"
        autoComplete="organization"
        defaultValue={values.name}
        required
        error={errorOf('name')}
      />
      <NumberField
        label="Clinical FTE"
        name="clinicalFte"
        defaultValue={values.clinicalFte}
        hint="More than 0 and up to 1.50. Leave admin and research time out."
        error={errorOf('clinicalFte')}
      />
      <NumberField
        label="Annual target, work RVUs"
        name="annualTarget"
        defaultValue={values.annualTarget ?? ''}
        hint="For 1.00 clinical FTE and a full year; your FTE scales it. Empty: none."
        error={errorOf('annualTarget')}
      />
      <SelectField
        label="Crediting policy"
        name="policy"
        options={policies}
        defaultValue={values.policy}
        hint="How your employer turns lines into credited work RVUs. The contract says; a policy of your own comes before this preset."
        error={errorOf('policy')}
      />
      <SelectField
        label="Usual place of service"
        name="placeOfService"
        options={places}
        defaultValue={values.placeOfService}
        error={errorOf('placeOfService')}
      />
      <div className="grid justify-items-start gap-3">
        <Button type="submit" disabled={pending}>
          {workplace ? 'Save the workplace' : 'Add the workplace'}
        </Button>
        <SavedNote shown={done && !pending} />
      </div>
    </form>
  )
}
