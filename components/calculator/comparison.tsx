import {
  enteredChange,
  lineChanges,
  totalChange,
  type Change,
  type LineChange,
} from '@/lib/domain/calculator/difference'
import type { CalculatedCase, CalculatedLine, Measure } from '@/lib/domain/crediting/case'
import type { CodeFacts } from '@/lib/features/calculator/schema'
import { differenceWords, enteredBesideWords, type AnswerNames } from '@/lib/format/difference-words'
import { formatDollarsAndCents, formatDollarsChange, formatWorkRvu, formatWorkRvuChange } from '@/lib/format/number'
import { suffixOf } from '../case/ledger-lines'
import { policyNames } from '../dashboard/words'
import { DottedNumber } from '../ui/dotted-number'
import { Finding } from '../ui/finding'
import { Note } from '../ui/source-line'
import { StepsWorking } from './steps-working'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead, Why } from '../ui/table'

interface ComparisonProps {
  readonly first: CalculatedCase
  readonly second: CalculatedCase
  readonly names: AnswerNames
  readonly facts: Readonly<Record<string, CodeFacts>>
}

/** What changed between two answers, in a sentence; dollars only where the same lines have an amount. */
export function ComparisonFinding({ first, second, names }: Omit<ComparisonProps, 'facts'>) {
  const entered = enteredBesideWords(first, second)
  return (
    <div className="grid gap-2">
      <Finding level={2}>{differenceWords(first, second, names)}</Finding>
      {enteredChange(first, second) === null && totalChange(first, second).allowed.change === null && (
        <Note>Medicare’s amounts cannot be set side by side: not every line has one on both sides.</Note>
      )}
      {entered && <Note>{entered}</Note>}
    </div>
  )
}

/** The same lines under two releases: each with what it credited and allowed, and what changed. */
export function ReleaseComparison({ first, second, names, facts }: ComparisonProps) {
  const changes = lineChanges(first, second)
  const total = totalChange(first, second)
  return (
    <Table caption={`The case under ${names.first} and ${names.second}`} stack>
      <TableHead>
        <HeadCell>Code</HeadCell>
        <HeadCell>What</HeadCell>
        <HeadCell numeric>Credited, {names.first}</HeadCell>
        <HeadCell numeric>{names.second}</HeadCell>
        <HeadCell numeric>Change, wRVU</HeadCell>
        <HeadCell numeric>Medicare, {names.first}</HeadCell>
        <HeadCell numeric>{names.second}</HeadCell>
        <HeadCell numeric>Change, $</HeadCell>
      </TableHead>
      <TableBody>
        {changes.map((each, at) => (
          <ChangeRow
            key={at}
            change={each}
            names={names}
            title={facts[each.first.code]?.title ?? ''}
            policy={policyNames([first.policy])}
          />
        ))}
        <Row kind="total">
          <RowHead phone="lead">Total</RowHead>
          <Cell phone="below">
            <InWords counted={total.counted} allowed={total.allowed} names={names} />
          </Cell>
          <Amounts counted={total.counted} allowed={total.allowed} />
        </Row>
      </TableBody>
    </Table>
  )
}

interface ChangeRowProps {
  readonly change: LineChange
  readonly names: ComparisonProps['names']
  readonly title: string
  readonly policy: string
}

function ChangeRow({ change: { first, second, counted, allowed }, names, title, policy }: ChangeRowProps) {
  const why = !second.valid ? second.steps.at(-1)?.reason : !first.valid ? first.steps.at(-1)?.reason : null
  return (
    <Row>
      <RowHead phone="lead">
        <span className="font-strong">{first.code}</span> <span className="text-ink-2">{suffixOf(first)}</span>
      </RowHead>
      <Cell phone="below">
        {title}
        {why && <Why>{why}</Why>}
        <InWords counted={counted} allowed={allowed} names={names} />
      </Cell>
      <Amounts counted={counted} allowed={allowed} lines={{ first, second }} policy={policy} />
    </Row>
  )
}

type Both = { readonly counted: Change; readonly allowed: Change }

const amount = (text: string | null, format: (text: string) => string): string =>
  text === null ? 'none' : format(text)

interface AmountsProps extends Both {
  /** Whose steps the amounts open to; a total opens in the ledgers. */
  readonly lines?: { readonly first: CalculatedLine; readonly second: CalculatedLine }
  readonly policy?: string
}

function Amounts({ counted, allowed, lines, policy = '' }: AmountsProps) {
  const opened = (text: string | null, measure: Measure, line: CalculatedLine | undefined) => (
    <Opened text={text} measure={measure} line={line} policy={policy} />
  )
  return (
    <>
      <Cell numeric phone="hidden">
        {opened(counted.first, 'credit', lines?.first)}
      </Cell>
      <Cell numeric phone="hidden">
        {opened(counted.second, 'credit', lines?.second)}
      </Cell>
      <Cell numeric phone="end">
        <b className="font-strong">{amount(counted.change, formatWorkRvuChange)}</b>
      </Cell>
      <Cell numeric phone="hidden">
        {opened(allowed.first, 'payment', lines?.first)}
      </Cell>
      <Cell numeric phone="hidden">
        {opened(allowed.second, 'payment', lines?.second)}
      </Cell>
      <Cell numeric phone="hidden">
        <b className="font-strong">{amount(allowed.change, formatDollarsChange)}</b>
      </Cell>
    </>
  )
}

const FORMAT = { credit: formatWorkRvu, payment: formatDollarsAndCents } as const
const SAID = { credit: 'credited for', payment: 'allowed for' } as const

interface OpenedProps {
  readonly text: string | null
  readonly measure: Measure
  readonly line: CalculatedLine | undefined
  readonly policy: string
}

function Opened({ text, measure, line, policy }: OpenedProps) {
  const value = amount(text, FORMAT[measure])
  if (text === null || line === undefined) return value
  return (
    <DottedNumber value={value} label={`${SAID[measure]} ${line.code} in ${line.release ?? ''}, show the working`}>
      <StepsWorking line={line} measure={measure} policy={policy} />
    </DottedNumber>
  )
}

/** On a phone the columns have no room: they become a sentence. */
function InWords({ counted, allowed, names }: Both & { readonly names: ComparisonProps['names'] }) {
  return (
    <span className="hidden text-13 leading-note text-ink-2 max-sm:block">
      Credited {amount(counted.second, formatWorkRvu)}, {amount(counted.first, formatWorkRvu)} in {names.first}.
      Medicare {amount(allowed.second, formatDollarsAndCents)}, {amount(allowed.first, formatDollarsAndCents)} in{' '}
      {names.first}: {amount(allowed.change, formatDollarsChange)}.
    </span>
  )
}
