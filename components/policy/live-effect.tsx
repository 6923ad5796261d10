'use client'

import { useState } from 'react'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import { POLICY_SAMPLES, type PolicySample } from '@/lib/domain/sample/policy-sample'
import { calendarDate } from '@/lib/domain/shared/date'
import { formatDate, withDateWords } from '@/lib/format/date'
import { formatWorkRvu, formatWorkRvuChange } from '@/lib/format/number'
import { Finding, SectionTitle } from '../ui/finding'
import { SelectField } from '../ui/field'
import { Note } from '../ui/source-line'
import type { Draft } from './draft'
import { differenceOf, EffectTable } from './effect-table'
import { useDraftCredit } from './use-draft-credit'

/** Each sample under the policy that counts today. */
export type CurrentCredit = readonly { readonly sample: PolicySample['id']; readonly credited: CalculatedCase }[]

interface LiveEffectProps {
  readonly draft: Draft
  /** The name of the policy that the draft starts from. */
  readonly current: string
  readonly credits: CurrentCredit
  readonly titles: Readonly<Record<string, string>>
  readonly today: string
}

/** The same made-up case under the policy of today and under the draft, while it is written. */
export function LiveEffect({ credits, ...rest }: LiveEffectProps) {
  const [chosen, setChosen] = useState<string>(credits[0]?.sample ?? '')
  const sample = POLICY_SAMPLES.find(({ id }) => id === chosen)
  const now = credits.find((each) => each.sample === chosen)?.credited
  return (
    <section aria-label="The effect on a sample case" className="grid gap-s-4">
      <SectionTitle>The effect on a sample case</SectionTitle>
      <SelectField
        label="Sample case"
        options={credits.map((each) => ({ value: each.sample, label: nameOf(each.sample) }))}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
      />
      {sample && now && <Effect {...rest} sample={sample} now={now} />}
    </section>
  )
}

const nameOf = (id: string): string => POLICY_SAMPLES.find((each) => each.id === id)?.name ?? id

interface EffectProps extends Omit<LiveEffectProps, 'credits'> {
  readonly sample: PolicySample
  readonly now: CalculatedCase
}

function Effect({ draft, current, titles, today, sample, now }: EffectProps) {
  const { credited, problem, settled } = useDraftCredit(draft, sample, today, now)
  const amounts = [now, credited].map(({ totals }) => totals.creditedWorkRvu)
  return (
    <div className="grid gap-s-4" aria-busy={!settled}>
      <div role="status">
        <Finding level={3}>{wordsFor(amounts[0] ?? '0', amounts[1] ?? '0')}</Finding>
      </div>
      <p className="text-13 text-bad empty:hidden">{problem}</p>
      <EffectTable
        caption={sample.name}
        before={{ label: 'Now', credited: now }}
        after={{ label: 'Draft', credited }}
        titles={titles}
      />
      <Note>
        A made-up case of an attending physician on {formatDate(calendarDate(today))}. Now is {current}.
        {credited.warnings.map((warning) => ` ${withDateWords(warning.message)}`)}
      </Note>
    </div>
  )
}

function wordsFor(now: string, draft: string): string {
  const change = differenceOf(now, draft) ?? '0'
  if (/^-?0\.0+$/.test(change)) return `Credited ${formatWorkRvu(now)}, as now`
  return `Credited ${formatWorkRvu(draft)} instead of ${formatWorkRvu(now)}: ${formatWorkRvuChange(change)}`
}
