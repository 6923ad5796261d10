'use client'

import type { CalculatorState } from '@/lib/domain/calculator/state'
import type { CalculatorPage } from '@/lib/features/calculator/schema'
import { withDateWords } from '@/lib/format/date'
import { Segmented } from '../ui/segmented'
import { SelectField } from '../ui/field'

export type BesideKind = 'none' | 'release' | 'case'

interface BesideFieldProps {
  readonly kind: BesideKind
  readonly state: CalculatorState
  readonly releases: CalculatorPage['releases']
  readonly onKind: (kind: BesideKind) => void
  readonly onReleases: (first: string | null, second: string) => void
}

const BY_DATE = { value: '', label: 'by date of service' }

/** What the case is set beside: nothing, another release, or another case. */
export function BesideField({ kind, state, releases, onKind, onReleases }: BesideFieldProps) {
  const options = releases.map(({ id, effectiveFrom }) => ({
    value: id,
    label: `${id}, from ${withDateWords(effectiveFrom)}`,
  }))
  const second = state.beside?.kind === 'release' ? state.beside.release : (releases[0]?.id ?? '')
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span className="text-13 font-strong text-ink-2">Set beside</span>
        <Segmented
          legend="Set beside"
          name="beside"
          chosen={kind}
          onChoose={(value) => onKind(value === 'release' || value === 'case' ? value : 'none')}
          segments={[
            { value: 'none', label: 'Nothing' },
            { value: 'release', label: 'Another release' },
            { value: 'case', label: 'Another case' },
          ]}
        />
      </div>
      <div className="grid max-w-[36rem] gap-3 sm:grid-cols-2">
        <SelectField
          label="Release"
          value={state.release ?? ''}
          options={[BY_DATE, ...withUnknown(options, state.release)]}
          onChange={(event) => onReleases(event.target.value || null, second)}
        />
        {kind === 'release' && (
          <SelectField
            label="Beside it"
            value={second}
            options={withUnknown(options, second)}
            onChange={(event) => onReleases(state.release, event.target.value)}
          />
        )}
      </div>
    </div>
  )
}

type Options = readonly { readonly value: string; readonly label: string }[]

/** A release that is not installed still stands in the address, and the answer says so. */
const withUnknown = (options: Options, release: string | null): Options =>
  release === null || release === '' || options.some(({ value }) => value === release)
    ? options
    : [...options, { value: release, label: `${release}, not installed` }]
