'use client'

import { useId, useState } from 'react'
import { LedgerEntry } from './ledger-entry'
import type { LedgerLine, LedgerTotal } from './ledger-line'
import { LedgerSum } from './ledger-sum'

interface LedgerProps {
  readonly caption: string
  readonly lines: readonly LedgerLine[]
  readonly total?: LedgerTotal
  /** The unit of the three number columns, for the head. */
  readonly unit?: string
  /** What the last column counts, where it is not credit: "Training". */
  readonly counted?: string
  /** The line whose working is open at first. */
  readonly openAtFirst?: string
}

/** A case priced, as in a book of accounts: listed, factor, credited, and a double rule under the total. */
export function Ledger({ caption, lines, total, unit, counted = 'Credited', openAtFirst }: LedgerProps) {
  const [open, setOpen] = useState<string | undefined>(openAtFirst)
  const id = useId()
  const toggle = (line: string) => setOpen(open === line ? undefined : line)
  return (
    <div className="ledger-room">
      <table role="table" className="ledger">
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          <col style={{ width: '7.5rem' }} />
          <col />
          <col style={{ width: '5rem' }} />
          <col style={{ width: '6rem' }} />
          <col style={{ width: '5.75rem' }} />
        </colgroup>
        <LedgerHead unit={unit} counted={counted} />
        <tbody role="rowgroup">
          {lines.map((line) => (
            <LedgerEntry
              key={line.id}
              line={line}
              panel={`${id}-${line.id}`}
              open={open === line.id}
              onToggle={() => toggle(line.id)}
            />
          ))}
          {total && (
            <LedgerSum total={total} panel={`${id}-total`} open={open === 'total'} onToggle={() => toggle('total')} />
          )}
        </tbody>
      </table>
    </div>
  )
}

function LedgerHead({ unit, counted }: { readonly unit: string | undefined; readonly counted: string }) {
  const of = unit ? <span className="sr-only">, {unit}</span> : null
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">
          Code
        </th>
        <th role="columnheader" scope="col">
          What and why
        </th>
        <th role="columnheader" scope="col" data-col="number">
          Listed{of}
        </th>
        <th role="columnheader" scope="col" data-col="number">
          Factor
        </th>
        <th role="columnheader" scope="col" data-col="credited">
          {counted}
          {of}
        </th>
      </tr>
    </thead>
  )
}
