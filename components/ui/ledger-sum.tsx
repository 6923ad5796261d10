import { LedgerNumber, UnderRow } from './ledger-entry'
import type { LedgerTotal } from './ledger-line'

interface LedgerSumProps {
  readonly total: LedgerTotal
  readonly panel: string
  readonly open: boolean
  readonly onToggle: () => void
}

export function LedgerSum({ total, panel, open, onToggle }: LedgerSumProps) {
  return (
    <>
      <tr role="row" data-part="total">
        <td role="cell" data-col="code" />
        <th role="rowheader" scope="row" data-col="words">
          {total.label}
        </th>
        <td role="cell" data-col="number">
          {total.listed === total.credited ? total.listed : <s>{total.listed}</s>}
        </td>
        <td role="cell" data-col="number" />
        <td role="cell" data-col="credited">
          <LedgerNumber
            value={total.credited}
            of="the total"
            working={total.working}
            opening={{ panel, open, onToggle }}
          />
        </td>
      </tr>
      {open && total.working && (
        <UnderRow id={panel} why={total.credited}>
          {total.working}
        </UnderRow>
      )}
    </>
  )
}
