'use client'

import { allowedTotal, countedOf, countedTotal, isTraining } from '@/lib/domain/calculator/difference'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import type { CodeFacts } from '@/lib/features/calculator/schema'
import { sourceWords } from '@/lib/format/case-text'
import { withDateWords } from '@/lib/format/date'
import { formatDollarsAndCents, formatWorkRvu, plural } from '@/lib/format/number'
import { ledgerLine, unitsReason } from '../case/ledger-lines'
import { TotalWorking } from '../case/total-working'
import { policyNames } from '../dashboard/words'
import { Ledger } from '../ui/ledger'
import type { LedgerLine, LedgerMoney, LedgerTotal } from '../ui/ledger-line'
import { SourceLine } from '../ui/source-line'
import { Working } from '../ui/working'
import { StepsWorking } from './steps-working'
import { FLAG_WORDS } from './words'

interface CaseResultProps {
  readonly caption: string
  readonly answer: CalculatedCase
  readonly facts: Readonly<Record<string, CodeFacts>>
  /** "National average", or the locality. */
  readonly where: string
  /** Two stand side by side: each row stacks. */
  readonly narrow?: boolean
}

/** A case as Medicare would price it and as the plan credits it: each number opens to the steps that made it. */
export function CaseResult({ caption, answer, facts, where, narrow = false }: CaseResultProps) {
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
      <Warnings answer={answer} />
      <SourceLine>{sourceWords(answer, where)}</SourceLine>
      <noscript>
        <EveryStep answer={answer} policy={policy} />
      </noscript>
    </div>
  )
}

/** Where no script runs, no number can open: all of it stands below. */
function EveryStep({ answer, policy }: { readonly answer: CalculatedCase; readonly policy: string }) {
  return (
    <div className="grid gap-3">
      {answer.lines.map((line) => (
        <section key={line.id} aria-label={`Steps of ${line.code}`} className="grid gap-2">
          <h3 className="text-14 font-strong">{line.code}, step by step</h3>
          <StepsWorking line={line} measure="credit" policy={policy} />
          <StepsWorking line={line} measure="payment" policy={policy} />
        </section>
      ))}
    </div>
  )
}

function rowOf(line: CalculatedLine, policy: string, title: string | null): LedgerLine {
  const row = ledgerLine(line, { id: line.id, title: title ?? 'No title known here', policy })
  const words = [...line.flags.map((each) => FLAG_WORDS[each]), unitsReason(line)].filter(Boolean)
  const flag = line.valid ? words.join(' ') : row.flag
  const { id, code, href, suffix, why, listed, factor, credited } = row
  return {
    ...{ id, code, title: row.title, listed, factor, credited },
    ...(href && title !== null ? { href } : {}),
    ...(suffix ? { suffix } : {}),
    ...(why ? { why } : {}),
    ...(flag ? { flag } : {}),
    ...(countedOf(line) === null ? {} : { working: <StepsWorking line={line} measure="credit" policy={policy} /> }),
    money: {
      value: line.allowed === null ? 'no amount' : formatDollarsAndCents(line.allowed),
      working: <StepsWorking line={line} measure="payment" policy={policy} />,
    },
  }
}

function totalOf(answer: CalculatedCase, policy: string, training: boolean): LedgerTotal {
  const counted = formatWorkRvu(countedTotal(answer))
  return {
    label: plural(answer.lines.length, 'line'),
    listed: formatWorkRvu(answer.totals.workRvu),
    credited: counted,
    working: (
      <TotalWorking
        parts={answer.lines.map((line) => ({ code: line.code, credited: countedOf(line) ?? '0' }))}
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
  const priced = answer.lines.filter(({ allowed }) => allowed !== null)
  return {
    value: formatDollarsAndCents(total),
    working: (
      <Working
        title="What Medicare allows for the case"
        steps={priced.map((line, at) => ({
          amount: `${at === 0 ? '' : '+ '}${formatDollarsAndCents(line.allowed ?? '0')}`,
          source: line.code,
        }))}
        result={{ amount: formatDollarsAndCents(total), source: 'allowed, work of others left out' }}
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
