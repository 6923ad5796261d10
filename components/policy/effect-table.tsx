'use client'

import { useId, useState, type ReactNode } from 'react'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import { credit, printCredit } from '@/lib/domain/shared/exact'
import { formatWorkRvu, formatWorkRvuChange } from '@/lib/format/number'
import { suffixOf } from '../case/ledger-lines'
import { LineWorking } from '../case/line-working'
import { TotalWorking } from '../case/total-working'
import { DottedButton } from '../ui/dotted-number'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from '../ui/table'

/** One case under one policy. */
export type EffectSide = { readonly label: string; readonly credited: CalculatedCase }

interface EffectTableProps {
  readonly caption: string
  readonly before: EffectSide
  readonly after: EffectSide
  readonly titles: Readonly<Record<string, string>>
}

/** What `after` credits more (+) or less (−) than `before`, decimal text; null where either has no amount. */
export const differenceOf = (before: string | null, after: string | null): string | null =>
  before === null || after === null ? null : printCredit((credit(after) - credit(before)) as ReturnType<typeof credit>)

/** A case under two policies, line by line; each credited number opens to its steps in a row below. */
export function EffectTable({ caption, before, after, titles }: EffectTableProps) {
  const [open, setOpen] = useState<string | null>(null)
  const panel = useId()
  const opening = (key: string): Opening => ({
    panel: `${panel}-${key}`,
    open: open === key,
    onToggle: () => setOpen(open === key ? null : key),
  })
  return (
    <Table caption={`${caption}, work RVUs credited`}>
      <TableHead>
        <HeadCell>Code</HeadCell>
        <HeadCell numeric>{before.label}</HeadCell>
        <HeadCell numeric>{after.label}</HeadCell>
        <HeadCell numeric>Difference</HeadCell>
      </TableHead>
      <TableBody>
        {after.credited.lines.map((line, at) => (
          <EffectRow
            key={line.id}
            head={<LineHead line={line} title={titles[line.code] ?? ''} />}
            of={line.code}
            before={lineSide(before, at, opening(`${line.id}-before`))}
            after={lineSide(after, at, opening(`${line.id}-after`))}
          />
        ))}
        <EffectRow
          head="Total"
          of="the total"
          total
          before={totalSide(before, opening('before'))}
          after={totalSide(after, opening('after'))}
        />
      </TableBody>
    </Table>
  )
}

type Opening = { readonly panel: string; readonly open: boolean; readonly onToggle: () => void }
type Side = {
  readonly label: string
  readonly amount: string | null
  readonly working: ReactNode
  readonly opening: Opening
}

function lineSide({ label, credited }: EffectSide, at: number, opening: Opening): Side {
  const line = credited.lines[at]
  return {
    label,
    opening,
    amount: line?.creditedWorkRvu ?? null,
    working: line && <LineWorking line={line} policy={label} />,
  }
}

function totalSide({ label, credited }: EffectSide, opening: Opening): Side {
  const amount = credited.totals.creditedWorkRvu
  const parts = credited.lines.map((line) => ({ code: line.code, credited: line.creditedWorkRvu ?? '0' }))
  const working = <TotalWorking parts={parts} total={formatWorkRvu(amount)} policy={label} />
  return { label, opening, amount, working }
}

function LineHead({ line, title }: { readonly line: CalculatedLine; readonly title: string }) {
  return (
    <>
      <span className="font-strong tracking-[0.015em] whitespace-nowrap">{line.code}</span>{' '}
      <span className="whitespace-nowrap text-ink-2">{suffixOf(line)}</span>
      <span className="block text-13 leading-note text-ink-2">{title}</span>
    </>
  )
}

interface EffectRowProps {
  readonly head: ReactNode
  readonly of: string
  readonly before: Side
  readonly after: Side
  readonly total?: boolean
}

function EffectRow({ head, of, before, after, total = false }: EffectRowProps) {
  const difference = differenceOf(before.amount, after.amount)
  const shown = [before, after].find(({ opening }) => opening.open)
  return (
    <>
      <Row kind={total ? 'total' : 'row'}>
        <RowHead>{head}</RowHead>
        <Cell numeric>
          <Amount side={before} of={of} />
        </Cell>
        <Cell numeric>
          <Amount side={after} of={of} />
        </Cell>
        <Cell numeric>{difference === null ? '–' : formatWorkRvuChange(difference)}</Cell>
      </Row>
      {shown && (
        <Row>
          <Cell span={4}>
            <div id={shown.opening.panel} role="region" aria-label={`Why, ${shown.label}`} className="animate-open">
              {shown.working}
            </div>
          </Cell>
        </Row>
      )}
    </>
  )
}

function Amount({ side, of }: { readonly side: Side; readonly of: string }) {
  if (side.amount === null) return 'none'
  const label = `credited for ${of} under ${side.label}, show the working`
  return <DottedButton value={formatWorkRvu(side.amount)} label={label} {...side.opening} />
}
