'use client'

import { allowedTotal, countedOf, countedTotal, isInTotals, isTraining } from '@/lib/domain/calculator/difference'
import type { Plan } from '@/lib/domain/calculator/plan'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import type { CodeFacts } from '@/lib/features/calculator/schema'
import { isManual } from '@/lib/domain/crediting/manual-totals'
import { sourceWords } from '@/lib/format/case-text'
import { withDateWords } from '@/lib/format/date'
import { formatDollarsAndCents, formatWorkRvu, plural } from '@/lib/format/number'
import { ledgerLine, unitsReason } from '../case/ledger-lines'
import { TotalWorking } from '../case/total-working'
import { policyNames } from '../dashboard/words'
import { Disclosure } from '../ui/disclosure'
import { Ledger } from '../ui/ledger'
import type { LedgerLine, LedgerMoney, LedgerTotal } from '../ui/ledger-line'
import { SourceLine } from '../ui/source-line'
import { Working } from '../ui/working'
import { ApartTotals } from './apart-totals'
import { StepsWorking } from './steps-working'
import { FLAG_WORDS } from './words'

interface CaseResultProps {
  readonly caption: string
  readonly answer: CalculatedCase
  readonly facts: Readonly<Record<string, CodeFacts>>
  /** "National average", or the locality. */
  readonly where: string
  /** What it was credited under. */
  readonly plan: Plan
  /** Two stand side by side: each row stacks. */
  readonly narrow?: boolean
}

/** A case as Medicare would price it and as the plan credits it: each number opens to the steps that made it. */
export function CaseResult({ caption, answer, facts, where, plan, narrow = false }: CaseResultProps) {
  const training = isTraining(answer)
  const policy = policyNames([answer.policy])
  return (
    <div className="grid gap-3">
      <Ledger
        caption={caption}
        unit="work RVUs"
        payer="Medicare allows"
        narrow={narrow}
        {...(training ? { counted: 'Training' } : {})}
        lines={answer.lines.map((line) => rowOf(line, policy, facts[line.code]?.title ?? null))}
        total={totalOf(answer, policy, training)}
      />
      <ApartTotals answer={answer} />
      <Warnings answer={answer} />
      <SourceLine>{sourceWords(answer, where, plan)}</SourceLine>
      <EveryStep answer={answer} policy={policy} />
    </div>
  )
}

/** All of it at once, for paper and for where no script runs and no number can open. */
function EveryStep({ answer, policy }: { readonly answer: CalculatedCase; readonly policy: string }) {
  return (
    <Disclosure label="Every step of every line">
      {answer.lines.map((line) => (
        <section key={line.id} aria-label={`Steps of ${line.code}`} className="grid gap-2">
          <h3 className="text-14 font-strong">{line.code}, step by step</h3>
          <StepsWorking line={line} measure="credit" policy={policy} />
          <StepsWorking line={line} measure="payment" policy={policy} />
        </section>
      ))}
    </Disclosure>
  )
}

function rowOf(line: CalculatedLine, policy: string, title: string | null): LedgerLine {
  const row = ledgerLine(line, { id: line.id, title: title ?? 'No title known here', policy })
  const refused = line.steps.find(({ rule }) => rule === 'manual-refused')?.reason
  const flags = [...line.flags.map((each) => FLAG_WORDS[each]), unitsReason(line), refused]
  const flag = line.valid ? flags.filter(Boolean).join(' ') : row.flag
  const { id, code, href, suffix, why, listed, factor, credited } = row
  return {
    ...{ id, code, title: row.title, listed, factor, credited },
    ...(href && title !== null ? { href } : {}),
    ...(suffix ? { suffix } : {}),
    ...whyOf(line, why),
    ...(flag ? { flag } : {}),
    ...(countedOf(line) === null ? {} : { working: <StepsWorking line={line} measure="credit" policy={policy} /> }),
    money: {
      value: line.allowed === null ? 'no amount' : formatDollarsAndCents(line.allowed),
      working: <StepsWorking line={line} measure="payment" policy={policy} />,
    },
  }
}

/** Of anesthesia its units, or what is missing of them; of a value entered by hand whence it is; then the reductions. */
function whyOf(line: CalculatedLine, reductions: LedgerLine['why']): Pick<LedgerLine, 'why'> {
  const first = line.steps.find(({ measure, rule }) =>
    isManual(line) ? measure === 'credit' : rule === 'anesthesia-units' || rule === 'anesthesia-missing',
  )
  const why = [first?.reason, reductions].filter(Boolean).join(' ')
  return why ? { why } : {}
}

function totalOf(answer: CalculatedCase, policy: string, training: boolean): LedgerTotal {
  const counted = formatWorkRvu(countedTotal(answer))
  const summed = answer.lines.filter(isInTotals)
  const all = plural(answer.lines.length, 'line')
  return {
    label: summed.length === answer.lines.length ? all : `${summed.length} of ${all}`,
    listed: formatWorkRvu(answer.totals.workRvu),
    credited: counted,
    working: (
      <TotalWorking
        parts={summed.map((line) => ({ code: line.code, credited: countedOf(line) ?? '0' }))}
        total={counted}
        policy={policy}
        training={training}
      />
    ),
    money: moneyOf(answer),
  }
}

/** Where no line has an amount there is no sum to open. */
function moneyOf(answer: CalculatedCase): LedgerMoney {
  const total = allowedTotal(answer)
  if (total === null) return { value: 'no amount' }
  const priced = answer.lines.filter((line) => line.allowed !== null && isInTotals(line))
  return {
    value: formatDollarsAndCents(total),
    working: (
      <Working
        title="What Medicare allows for the case"
        steps={priced.map((line, at) => ({
          amount: `${at === 0 ? '' : '+ '}${formatDollarsAndCents(line.allowed ?? '0')}`,
          source: line.code,
        }))}
        result={{
          amount: formatDollarsAndCents(total),
          source: 'allowed: work of others and values entered by hand left out',
        }}
        cite="Before deductible, coinsurance and sequestration."
      />
    ),
  }
}

function Warnings({ answer }: { readonly answer: CalculatedCase }) {
  return (
    <ul className="grid gap-1 text-13 leading-note text-warn-ink empty:hidden">
      {answer.warnings.map(({ code, message }) => (
        <li key={`${code} ${message}`} className="flag">
          {withDateWords(message)}
        </li>
      ))}
    </ul>
  )
}
