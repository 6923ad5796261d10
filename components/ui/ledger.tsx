'use client'

import { useId, useState } from 'react'
import { LedgerEntry, type Opening } from './ledger-entry'
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
  /** Heads a sixth column, what the payer allows: "Medicare". */
  readonly payer?: string
  /** Each entry stacks, however much room there is: for two ledgers side by side. */
  readonly narrow?: boolean
  /** The line whose working is open at first. */
  readonly openAtFirst?: string
}

/** A case priced, as in a book of accounts: listed, factor, credited, and a double rule under the total. */
export function Ledger({ caption, lines, total, unit, counted = 'Credited', payer, narrow, openAtFirst }: LedgerProps) {
  const [open, setOpen] = useState<string | undefined>(openAtFirst)
  const id = useId()
  const opening = (number: string): Opening => ({
    panel: `${id}-${number}`,
    open: open === number,
    onToggle: () => setOpen(open === number ? undefined : number),
  })
  const openings = (line: string) => ({ opening: opening(line), moneyOpening: opening(`${line}-money`), payer })
  return (
    <div className="ledger-room" data-narrow={narrow || undefined} data-payer={payer && true}>
      <table role="table" className="ledger">
        <caption className="sr-only">{caption}</caption>
        <colgroup>
          <col style={{ width: '7.5rem' }} />
          <col />
          <col style={{ width: '5rem' }} />
          <col style={{ width: '6rem' }} />
          <col style={{ width: '5.75rem' }} />
          {payer && <col style={{ width: '7.5rem' }} />}
        </colgroup>
        <LedgerHead unit={unit} counted={counted} payer={payer} />
        <tbody role="rowgroup">
          {lines.map((line) => (
            <LedgerEntry key={line.id} line={line} {...openings(line.id)} />
          ))}
          {total && <LedgerSum total={total} {...openings('total')} />}
        </tbody>
      </table>
    </div>
  )
}

interface LedgerHeadProps {
  readonly unit: string | undefined
  readonly counted: string
  readonly payer: string | undefined
}

function LedgerHead({ unit, counted, payer }: LedgerHeadProps) {
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
        {payer && (
          <th role="columnheader" scope="col" data-col="money">
            {payer}
            <span className="sr-only">, dollars allowed</span>
          </th>
        )}
      </tr>
    </thead>
  )
}
