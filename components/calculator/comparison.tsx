import { lineChanges, totalChange, type Change, type LineChange } from '@/lib/domain/calculator/difference'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import type { CodeFacts } from '@/lib/features/calculator/schema'
import { formatDollarsAndCents, formatDollarsChange, formatWorkRvu, formatWorkRvuChange } from '@/lib/format/number'
import { suffixOf } from '../case/ledger-lines'
import { Finding } from '../ui/finding'
import { Note } from '../ui/source-line'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead, Why } from '../ui/table'

interface ComparisonProps {
  readonly first: CalculatedCase
  readonly second: CalculatedCase
  /** As a sentence names them: "RVU25D", "The second case". */
  readonly names: { readonly first: string; readonly second: string }
  readonly facts: Readonly<Record<string, CodeFacts>>
}

/** What changed between two answers, in a sentence; dollars only where the same lines have an amount. */
export function ComparisonFinding({ first, second, names }: Omit<ComparisonProps, 'facts'>) {
  const { counted, allowed } = totalChange(first, second)
  const parts = [
    `credits ${changeWords(counted, formatWorkRvu)}`,
    ...(allowed.change === null ? [] : [`allows ${changeWords(allowed, formatDollarsAndCents)}`]),
  ]
  const same = isSame(counted) && (allowed.change === null || isSame(allowed))
  return (
    <div className="grid gap-2">
      <Finding level={2}>
        {names.second} {parts.join(' and ')} {same ? 'as' : 'than'} {names.first}
      </Finding>
      {allowed.change === null && (
        <Note>Medicare’s amounts cannot be set side by side: not every line has one on both sides.</Note>
      )}
    </div>
  )
}

const isSame = ({ change }: Change): boolean => change !== null && /^[0.]*$/.test(change)

function changeWords(change: Change, format: (amount: string) => string): string {
  if (isSame(change)) return 'the same'
  const text = change.change ?? '0'
  return text.startsWith('-') ? `${format(text.slice(1))} less` : `${format(text)} more`
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
          <ChangeRow key={at} change={each} names={names} title={facts[each.first.code]?.title ?? ''} />
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
}

function ChangeRow({ change: { first, second, counted, allowed }, names, title }: ChangeRowProps) {
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
      <Amounts counted={counted} allowed={allowed} />
    </Row>
  )
}

type Both = { readonly counted: Change; readonly allowed: Change }

const amount = (text: string | null, format: (text: string) => string): string =>
  text === null ? 'none' : format(text)

function Amounts({ counted, allowed }: Both) {
  return (
    <>
      <Cell numeric phone="hidden">
        {amount(counted.first, formatWorkRvu)}
      </Cell>
      <Cell numeric phone="hidden">
        {amount(counted.second, formatWorkRvu)}
      </Cell>
      <Cell numeric phone="end">
        <b className="font-strong">{amount(counted.change, formatWorkRvuChange)}</b>
      </Cell>
      <Cell numeric phone="hidden">
        {amount(allowed.first, formatDollarsAndCents)}
      </Cell>
      <Cell numeric phone="hidden">
        {amount(allowed.second, formatDollarsAndCents)}
      </Cell>
      <Cell numeric phone="hidden">
        <b className="font-strong">{amount(allowed.change, formatDollarsChange)}</b>
      </Cell>
    </>
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
