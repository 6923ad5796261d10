'use client'

import { calculatorUrl } from '@/lib/domain/calculator/address'
import type { DraftLine } from '@/lib/domain/calculator/draft'
import type { Answered, CalculatorPage } from '@/lib/features/calculator/schema'
import { releasesOf } from '@/lib/format/case-text'
import { Finding } from '../ui/finding'
import type { Option } from '../ui/field'
import type { Asked, Which } from './asked'
import { BesideField, type BesideKind } from './beside-field'
import { Circumstances } from './circumstances'
import { CaseLines } from './case-lines'
import { Results } from './results'
import { openingWords } from './opening-words'
import { TotalBar } from './total-bar'
import { useCalculator, type Calculating } from './use-calculator'
import { problemWords } from './words'

interface CalculatorProps {
  readonly page: CalculatorPage
  readonly practitioners: readonly Option[]
  /** Of the site, for what is printed. */
  readonly origin: string
}

/** A whole case: typed above, answered below, and all of it in the address. */
export function Calculator({ page, practitioners, origin }: CalculatorProps) {
  const calculating = useCalculator(page)
  const { asked, state, answers, facts, change, generation } = calculating
  const lines = (which: Which, title: string, drafts: readonly DraftLine[]) => (
    <CaseLines
      title={title}
      drafts={drafts}
      state={state}
      facts={facts}
      today={page.today}
      answer={answerOf(answers[which])}
      onChange={(make) => change((before) => ({ ...before, [which]: make(before[which] ?? []) }))}
    />
  )
  return (
    <>
      <section aria-label="The case" className="bg-well max-md:[--tabs-height:3.5rem]">
        <div className="wrap pt-s-6 pb-s-6">
          <Opening first={answers.first} />
          <Problems page={page} />
          <div className="cols-12 mt-s-5 items-start" data-screen>
            <div className="grid min-w-0 gap-s-6 md:col-span-8">
              {lines('first', asked.second ? 'First case' : 'Lines', asked.first)}
              {asked.second && lines('second', 'Second case', asked.second)}
              <BesideField
                kind={kindOf(asked)}
                state={asked.state}
                releases={page.releases}
                onKind={(kind) => change((before) => besideOf(before, kind, otherRelease(page, answers.first)))}
                onReleases={(release, second) => change((before) => withReleases(before, release, second))}
              />
            </div>
            <div className="min-w-0 md:col-span-4">
              <Circumstances
                key={generation}
                state={asked.state}
                page={page}
                practitioners={practitioners}
                onChange={(part) => change((before) => ({ ...before, state: { ...before.state, ...part } }))}
              />
            </div>
          </div>
        </div>
        <TotalBar first={answers.first} second={asked.second ? answers.second : null} />
      </section>
      <Results calculating={calculating} page={page} path={calculatorUrl(state)} origin={origin} />
    </>
  )
}

/** The first words of the page are what was found out. */
function Opening({ first }: { readonly first: Calculating['answers']['first'] }) {
  return (
    <div role="status">
      <Finding level={1}>{openingWords(first)}</Finding>
    </div>
  )
}

/** What of a shared address was left out; nothing is dropped silently. */
function Problems({ page }: { readonly page: CalculatorPage }) {
  return (
    <ul className="mt-3 grid gap-1 text-14 leading-note text-warn-ink empty:hidden">
      {page.problems.map((problem, at) => (
        <li key={at} className="flag">
          {problemWords(problem)}
        </li>
      ))}
    </ul>
  )
}

const answerOf = (answered: Answered | null) => (answered?.ok ? answered.answer : null)

const kindOf = ({ state, second }: Asked): BesideKind => (second ? 'case' : state.beside ? 'release' : 'none')

/** A second case starts as a copy of the first, for one to change. */
function besideOf(before: Asked, kind: BesideKind, release: string | null): Asked {
  if (kind === 'case') return { ...before, second: before.second ?? before.first }
  const beside = kind === 'release' && release !== null ? ({ kind: 'release', release } as const) : null
  return { ...before, second: null, state: { ...before.state, beside } }
}

/** The newest release that the case is not under already. */
function otherRelease({ releases }: CalculatorPage, first: Answered | null): string | null {
  const used = first?.ok ? releasesOf(first.answer) : []
  return releases.find(({ id }) => !used.includes(id))?.id ?? null
}

const withReleases = (before: Asked, release: string | null, second: string): Asked => ({
  ...before,
  state: {
    ...before.state,
    release,
    beside: before.state.beside?.kind === 'release' ? { kind: 'release', release: second } : before.state.beside,
  },
})
