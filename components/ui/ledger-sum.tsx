import { LedgerMoneyCell, LedgerNumber, MoneyRow, UnderRow, type RowOpenings } from './ledger-entry'
import type { LedgerTotal } from './ledger-line'

export function LedgerSum({ total, opening, moneyOpening, payer }: RowOpenings & { readonly total: LedgerTotal }) {
  const { panel, open } = opening
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
          <LedgerNumber value={total.credited} of="the total" working={total.working} opening={opening} />
        </td>
        <LedgerMoneyCell payer={payer} money={total.money} of="the total" opening={moneyOpening} />
      </tr>
      {open && total.working && (
        <UnderRow id={panel} why={total.credited} wide={Boolean(payer)}>
          {total.working}
        </UnderRow>
      )}
      <MoneyRow money={total.money} opening={moneyOpening} />
    </>
  )
}
