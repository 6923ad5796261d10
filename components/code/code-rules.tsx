import type { CodePage, PackageSplit, RuleEffect } from '@/lib/features/code-pages/schema'
import { formatDollars, formatWorkRvu } from '@/lib/format/number'
import { CodeSection } from './code-section'

/** The payment indicators in words, with what they make of this code. */
export function CodeRules({ page }: { readonly page: CodePage }) {
  const { rules, effects, detail, split, release } = page
  if (rules.length === 0 || !release) return null
  const row = detail.rows.find(({ modifier }) => modifier === '') ?? detail.rows[0]
  return (
    <CodeSection
      id="rules"
      title={`Payment rules for ${detail.code}`}
      margin={
        row && (
          <p>
            Read from the indicator columns of the {detail.code} row in {release.id}: multiple {row.multipleProcedure},
            bilateral {row.bilateral}, assistant {row.assistant}, co-surgeon {row.coSurgeon}, team {row.team}, global{' '}
            {row.globalPeriod}, PC/TC {row.pcTc}.
          </p>
        )
      }
    >
      <dl className="text-14 leading-[1.5]">
        {rules.map((rule) => (
          <div
            key={rule.topic}
            className="grid gap-x-4 border-b border-rule py-[9px] sm:grid-cols-[13.5em_minmax(0,1fr)]"
          >
            <dt className="text-ink-2">{rule.topic}</dt>
            <dd className="text-pretty">
              <b>{rule.verdict}</b> {rule.meaning}
              {effectsOf(rule.modifier, effects).map((effect) => (
                <EffectWords key={effect.modifier} effect={effect} />
              ))}
              {/-day global$/.test(rule.topic) && split && <SplitBar split={split} />}
            </dd>
          </div>
        ))}
      </dl>
    </CodeSection>
  )
}

const effectsOf = (modifier: string | null, effects: readonly RuleEffect[]): readonly RuleEffect[] =>
  effects.filter((effect) => effect.modifier === modifier || (modifier === '80' && effect.modifier === 'AS'))

function EffectWords({ effect }: { readonly effect: RuleEffect }) {
  if (effect.allowed === null && effect.credited === null) return null
  return (
    <span className="mt-0.5 block text-ink-2">
      With {effect.modifier}:{effect.credited !== null && ` ${formatWorkRvu(effect.credited)} work RVU credited`}
      {effect.allowed !== null && `, ${formatDollars(effect.allowed)} allowed`}
    </span>
  )
}

const LOOK = { before: 'bg-d-3', operation: 'bg-d-1 text-paper', after: 'bg-d-3' } as const
const NAME = { before: 'Before', operation: 'Operation', after: 'After' } as const

/** The package by its own shares: drawn, and in words below. */
function SplitBar({ split }: { readonly split: PackageSplit }) {
  const words = (each: PackageSplit[number]) =>
    `${NAME[each.part]} ${each.percent}%, ${formatWorkRvu(each.workRvu)} work RVU`
  return (
    <div className="mt-3">
      <div aria-hidden className="plot flex h-7">
        {split.map((each) => (
          <span
            key={each.part}
            className={`border-l-2 border-paper first:border-l-0 ${LOOK[each.part]}`}
            style={{ width: `${each.percent}%` }}
          />
        ))}
      </div>
      <ul className="mt-1 flex flex-wrap justify-between gap-x-4 text-12 text-ink-2">
        {split.map((each) => (
          <li key={each.part}>{words(each)}</li>
        ))}
      </ul>
    </div>
  )
}
