import { POLICY_BASES, POLICY_PRESETS, type PolicyBase } from '@/lib/domain/crediting/policy'
import { BASE_WORDS } from '@/lib/format/plan-words'
import { CheckboxField } from '../ui/choice-field'
import { SelectField } from '../ui/field'
import { onBase, type Draft } from './draft'

interface TermsFieldsProps {
  readonly draft: Draft
  readonly releases: readonly string[]
  readonly errorOf: (path: string) => string | undefined
  readonly onChange: (draft: Draft) => void
}

const BASES = POLICY_BASES.map((value) => ({ value, label: POLICY_PRESETS[value].name }))
const SPLIT = [
  { value: 'biller', label: 'In full to who bills it' },
  { value: 'half', label: 'Half' },
]

/** What a policy says besides its factors. */
export function TermsFields({ draft, releases, errorOf, onChange }: TermsFieldsProps) {
  const set = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  return (
    <>
      <SelectField
        label="Base"
        name="base"
        options={BASES}
        value={draft.base}
        onChange={(event) => onChange(onBase(draft, event.target.value as PolicyBase))}
        hint={BASE_WORDS[draft.base]}
        error={errorOf('base')}
      />
      <div>
        <CheckboxField
          label="Reduce second and further procedures of a session"
          name="multipleProcedure"
          checked={draft.multipleProcedure}
          onChange={(event) => set({ multipleProcedure: event.target.checked })}
        />
        <CheckboxField
          label="Credit endoscopy families by their difference"
          name="endoscopy"
          checked={draft.endoscopy}
          onChange={(event) => set({ endoscopy: event.target.checked })}
        />
        <CheckboxField
          label="Credit assistants at surgery"
          name="assistants"
          checked={draft.assistants}
          onChange={(event) => set({ assistants: event.target.checked })}
        />
      </div>
      <SelectField
        label="Split or shared visits (FS)"
        name="splitShared"
        options={SPLIT}
        value={draft.splitShared}
        onChange={(event) => set({ splitShared: event.target.value === 'half' ? 'half' : 'biller' })}
      />
      <SelectField
        label="Work RVUs of"
        name="schedule"
        options={[
          { value: 'by-date', label: 'The date of service' },
          ...releases.map((value) => ({ value, label: `Always ${value}` })),
          ...notInstalled(draft.schedule, releases),
        ]}
        value={draft.schedule}
        onChange={(event) => set({ schedule: event.target.value })}
        hint="Some contracts keep the table of an older year. Payment always goes by date."
        error={errorOf('schedule')}
      />
    </>
  )
}

/** A release that an address or an older version names still stands here, and the answer says so. */
const notInstalled = (schedule: string, releases: readonly string[]) =>
  schedule === 'by-date' || releases.includes(schedule)
    ? []
    : [{ value: schedule, label: `Always ${schedule}, not installed` }]
