import type { PolicyBase } from '@/lib/domain/crediting/policy'
import { POLICY_PRESETS } from '@/lib/domain/crediting/policy'
import { POLICY_SAMPLES } from '@/lib/domain/sample/policy-sample'
import type { PolicyRow } from '@/lib/features/policies/schema'
import { formatDate } from '@/lib/format/date'
import { Button } from '../ui/button'
import { SelectField } from '../ui/field'

interface CompareFormProps {
  readonly action: string
  readonly policy: PolicyRow
  readonly preset: PolicyBase
  readonly before: number
  readonly after: number
  /** Chosen on the page of the comparison alone. */
  readonly sample?: string
}

const SAMPLES = POLICY_SAMPLES.map(({ id, name }) => ({ value: id, label: name }))

/** Chooses two versions; the choice becomes the address, so that it can be kept and sent. */
export function CompareForm({ action, policy, preset, before, after, sample }: CompareFormProps) {
  const versions = [
    { value: '0', label: `${POLICY_PRESETS[preset].name}, before the first version` },
    ...policy.versions.map(({ version, from }) => ({
      value: String(version),
      label: `Version ${version}, from ${formatDate(from)}`,
    })),
  ]
  return (
    <form action={action} className="grid gap-4 sm:grid-cols-[repeat(3,minmax(0,1fr))_auto] sm:items-end">
      <SelectField label="Compare" name="before" options={versions} defaultValue={String(before)} />
      <SelectField label="with" name="after" options={versions} defaultValue={String(after)} />
      {sample !== undefined && (
        <SelectField label="Sample case" name="sample" options={SAMPLES} defaultValue={sample} />
      )}
      <div>
        <Button type="submit" look="outline">
          Compare
        </Button>
      </div>
    </form>
  )
}
