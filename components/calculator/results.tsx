'use client'

import Link from 'next/link'
import { calculatorUrl } from '@/lib/domain/calculator/address'
import { readLines } from '@/lib/domain/calculator/line'
import type { Plan } from '@/lib/domain/calculator/plan'
import type { CalculatorState } from '@/lib/domain/calculator/state'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import type { Answered, CalculatorPage } from '@/lib/features/calculator/schema'
import { caseText, releasesOf, type BesideText } from '@/lib/format/case-text'
import { withDateWords } from '@/lib/format/date'
import type { AnswerNames } from '@/lib/format/difference-words'
import { localityLabel } from '@/lib/format/locality'
import { ReportSection } from '../report/report-section'
import { SectionTitle } from '../ui/finding'
import { CaseResult } from './case-result'
import { ComparisonFinding, ReleaseComparison } from './comparison'
import { ShareBar } from './share-bar'
import { ANSWER_ID } from './total-bar'
import type { Calculating } from './use-calculator'

interface ResultsProps {
  readonly calculating: Calculating
  readonly page: CalculatorPage
  /** Path and query of all that was asked. */
  readonly path: string
  /** Of the site: `https://example.org`. */
  readonly origin: string
}

/** The answer, what it is set beside, and what one does with it. */
export function Results({ calculating, page, path, origin }: ResultsProps) {
  const { state, answers, facts } = calculating
  const { first, second } = answers
  if (!first) return <HowItStarts state={state} />
  if (!first.ok) return <Refused message={first.message} id={ANSWER_ID} />
  const where = whereOf(state, page)
  const titles = Object.fromEntries(Object.entries(facts).map(([code, { title }]) => [code, title]))
  const plan = state.policy
  const date = withDateWords(state.date ?? page.today)
  const beside = besideText(state, first.answer, second)
  const text = (url: string) => caseText({ answer: first.answer, beside, titles, where, plan, date, url })
  return (
    <div className="wrap grid gap-s-6 pt-s-6">
      <section aria-label="Result" id={ANSWER_ID} tabIndex={-1} className="grid gap-s-4">
        {state.beside?.kind === 'case' && second?.ok ? (
          <TwoCases first={first.answer} second={second.answer} facts={facts} where={where} plan={plan} />
        ) : (
          <CaseResult caption="The case, line by line" answer={first.answer} facts={facts} where={where} plan={plan} />
        )}
      </section>
      <Beside state={state} first={first.answer} second={second} facts={facts} where={where} />
      <PrintedFoot date={date} address={`${origin}${path}`} />
      <ShareBar textFor={text} path={path} />
      <ReportSection context="calculator" address={path} answer={first.answer} beside={beside?.answer ?? null} />
    </div>
  )
}

function whereOf({ locality }: CalculatorState, { localities }: CalculatorPage): string {
  if (locality === null) return 'national average'
  const found = localities.find((each) => each.carrier === locality.carrier && each.locality === locality.locality)
  return found ? localityLabel(found) : `locality ${locality.carrier}-${locality.locality}`
}

const EXAMPLE = readLines('47562-22@22,49505,99213-25').lines

/** Nothing was asked yet: what will stand here, and a case to look at. */
function HowItStarts({ state }: { readonly state: CalculatorState }) {
  return (
    <section className="wrap pt-s-6" aria-label="Result">
      <p className="max-w-(--measure) text-16 leading-[1.6]">
        Enter a code above and each line is priced and credited here, with the reason, the factor and the citation of
        every step. The address of the page is the case: copy it, and it opens the same for anyone.
      </p>
      <p className="mt-3 text-14">
        <Link href={calculatorUrl({ ...state, lines: EXAMPLE })} prefetch={false} className="thumb">
          See a case of two operations and a visit
        </Link>
      </p>
    </section>
  )
}

function Refused({ message, id }: { readonly message: string; readonly id?: string }) {
  return (
    <section className="wrap pt-s-6" aria-label="Result" id={id} tabIndex={id ? -1 : undefined}>
      <p role="alert" className="max-w-(--measure) border-l-2 border-bad pl-3 text-16 leading-[1.5]">
        {withDateWords(message)}
      </p>
    </section>
  )
}

const CASES: AnswerNames = { first: 'the first case', second: 'The second case' }
const CASE_HEADS: AnswerNames = { first: 'First case', second: 'Second case' }

const releaseNames = (first: CalculatedCase, second: CalculatedCase): AnswerNames => ({
  first: releasesOf(first).join(', ') || 'the first',
  second: releasesOf(second).join(', ') || 'The second',
})

/** The second answer as it goes along with what is copied and reported; null where there is none. */
function besideText({ beside }: CalculatorState, first: CalculatedCase, second: Answered | null): BesideText | null {
  if (beside === null || !second?.ok) return null
  const { answer } = second
  if (beside.kind === 'case') return { answer, names: CASES, heads: CASE_HEADS }
  const names = releaseNames(first, answer)
  return { answer, names, heads: names }
}

type Facts = Calculating['facts']

interface TwoCasesProps {
  readonly first: CalculatedCase
  readonly second: CalculatedCase
  readonly facts: Facts
  readonly where: string
  readonly plan: Plan
}

/** Side by side where there is room, one below the other on a phone. */
function TwoCases({ first, second, facts, where, plan }: TwoCasesProps) {
  const shared = { facts, where, plan, narrow: true }
  return (
    <>
      <ComparisonFinding first={first} second={second} names={CASES} />
      <div className="grid items-start gap-x-s-7 gap-y-s-6 md:grid-cols-2">
        <section className="grid min-w-0 gap-3">
          <SectionTitle>{CASE_HEADS.first}</SectionTitle>
          <CaseResult caption="The first case, line by line" answer={first} {...shared} />
        </section>
        <section className="grid min-w-0 gap-3">
          <SectionTitle>{CASE_HEADS.second}</SectionTitle>
          <CaseResult caption="The second case, line by line" answer={second} {...shared} />
        </section>
      </div>
    </>
  )
}

interface BesideProps {
  readonly state: CalculatorState
  readonly first: CalculatedCase
  readonly second: Answered | null
  readonly facts: Facts
  readonly where: string
}

function Beside({ state, first, second, facts, where }: BesideProps) {
  if (second === null) return null
  if (!second.ok) return <Refused message={second.message} />
  // Two cases stand side by side above.
  if (state.beside?.kind !== 'release') return null
  const names = releaseNames(first, second.answer)
  return (
    <section aria-label="Two releases" className="grid gap-s-4">
      <ComparisonFinding first={first} second={second.answer} names={names} />
      <ReleaseComparison first={first} second={second.answer} names={names} facts={facts} />
      <SectionTitle level={3}>Line by line under {names.second}</SectionTitle>
      <CaseResult
        caption={`The case under ${names.second}`}
        answer={second.answer}
        facts={facts}
        where={where}
        plan={state.policy}
      />
    </section>
  )
}

/** On paper: of which day the case is, and where it opens again. */
function PrintedFoot({ date, address }: { readonly date: string; readonly address: string }) {
  return (
    <p className="print-only text-12 wrap-anywhere">
      Case of {date}. {address}
    </p>
  )
}
