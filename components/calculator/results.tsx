'use client'

import Link from 'next/link'
import type { CalculatorState } from '@/lib/domain/calculator/state'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import type { Answered, CalculatorPage } from '@/lib/features/calculator/schema'
import { caseText, releasesOf } from '@/lib/format/case-text'
import { withDateWords } from '@/lib/format/date'
import { SectionTitle } from '../ui/finding'
import { CaseResult } from './case-result'
import { ComparisonFinding, ReleaseComparison } from './comparison'
import { ReportForm } from './report-form'
import { ShareBar } from './share-bar'
import type { Calculating } from './use-calculator'
import { localityName } from './words'

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
  if (!first) return <HowItStarts />
  if (!first.ok) return <Refused message={first.message} />
  const where = whereOf(state, page)
  const titles = Object.fromEntries(Object.entries(facts).map(([code, { title }]) => [code, title]))
  const date = withDateWords(state.date ?? page.today)
  const text = (url: string) => caseText({ answer: first.answer, titles, where, date, url })
  return (
    <div className="wrap grid gap-s-6 pt-s-6">
      <section aria-label="Result" className="grid gap-s-4">
        {state.beside?.kind === 'case' && second?.ok ? (
          <TwoCases first={first.answer} second={second.answer} facts={facts} where={where} />
        ) : (
          <CaseResult caption="The case, line by line" answer={first.answer} facts={facts} where={where} />
        )}
        <PrintedFoot date={date} address={`${origin}${path}`} />
        <ShareBar textFor={text} path={path} />
      </section>
      {second && <Beside state={state} first={first.answer} second={second} facts={facts} />}
      <section aria-label="Report a wrong number" className="border-t border-rule pt-s-4" data-screen>
        <details>
          <summary className="flex min-h-hit w-fit cursor-pointer items-center text-14 text-link underline underline-offset-3">
            Report a wrong number
          </summary>
          <div className="pt-3">
            <ReportForm key={path} context="calculator" address={path} answer={first.answer} />
          </div>
        </details>
      </section>
    </div>
  )
}

function whereOf({ locality }: CalculatorState, { localities }: CalculatorPage): string {
  if (locality === null) return 'national average'
  const found = localities.find((each) => each.carrier === locality.carrier && each.locality === locality.locality)
  return found ? localityName(found) : `locality ${locality.carrier}-${locality.locality}`
}

/** Nothing was asked yet: what will stand here, and a case to look at. */
function HowItStarts() {
  return (
    <section className="wrap pt-s-6" aria-label="Result">
      <p className="max-w-(--measure) text-16 leading-[1.6]">
        Enter a code above and each line is priced and credited here, with the reason, the factor and the citation of
        every step. The address of the page is the case: copy it, and it opens the same for anyone.
      </p>
      <p className="mt-3 text-14">
        <Link href="/calculator?case=47562-22@22,49505,99213-25" prefetch={false} className="thumb">
          See a case of two operations and a visit
        </Link>
      </p>
    </section>
  )
}

function Refused({ message }: { readonly message: string }) {
  return (
    <section className="wrap pt-s-6" aria-label="Result">
      <p role="alert" className="max-w-(--measure) border-l-2 border-bad pl-3 text-16 leading-[1.5]">
        {withDateWords(message)}
      </p>
    </section>
  )
}

type Facts = Calculating['facts']

interface TwoCasesProps {
  readonly first: CalculatedCase
  readonly second: CalculatedCase
  readonly facts: Facts
  readonly where: string
}

/** Side by side where there is room, one below the other on a phone. */
function TwoCases({ first, second, facts, where }: TwoCasesProps) {
  return (
    <>
      <ComparisonFinding first={first} second={second} names={{ first: 'the first case', second: 'The second case' }} />
      <div className="grid items-start gap-x-s-7 gap-y-s-6 md:grid-cols-2">
        <section className="grid min-w-0 gap-3">
          <SectionTitle>First case</SectionTitle>
          <CaseResult caption="The first case, line by line" answer={first} facts={facts} where={where} narrow />
        </section>
        <section className="grid min-w-0 gap-3">
          <SectionTitle>Second case</SectionTitle>
          <CaseResult caption="The second case, line by line" answer={second} facts={facts} where={where} narrow />
        </section>
      </div>
    </>
  )
}

interface BesideProps {
  readonly state: CalculatorState
  readonly first: CalculatedCase
  readonly second: Answered
  readonly facts: Facts
}

function Beside({ state, first, second, facts }: BesideProps) {
  if (!second.ok) return <Refused message={second.message} />
  // Two cases stand side by side above.
  if (state.beside?.kind !== 'release') return null
  const names = { first: releasesOf(first).join(', ') || 'the first', second: releasesOf(second.answer).join(', ') }
  return (
    <section aria-label="Two releases" className="grid gap-s-4">
      <ComparisonFinding first={first} second={second.answer} names={names} />
      <ReleaseComparison first={first} second={second.answer} names={names} facts={facts} />
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
