import Link from 'next/link'
import type { ReactNode } from 'react'
import { DottedButton } from './dotted-number'
import type { LedgerLine, LedgerMoney } from './ledger-line'
import { Flag, Why } from './table'

export interface Opening {
  readonly panel: string
  readonly open: boolean
  readonly onToggle: () => void
}

/** How the numbers of a row open; the payer's only where the ledger has a column for it. */
export interface RowOpenings {
  readonly opening: Opening
  readonly moneyOpening: Opening
  readonly payer: string | undefined
}

export function LedgerEntry({ line, opening, moneyOpening, payer }: RowOpenings & { readonly line: LedgerLine }) {
  const { panel, open } = opening
  return (
    <>
      <tr role="row" data-part="entry" data-open={open || moneyOpening.open || undefined}>
        <th role="rowheader" scope="row" data-col="code">
          <LedgerCode line={line} />
        </th>
        <td role="cell" data-col="words">
          {line.title}
          {line.why && <Why>{line.why}</Why>}
          {line.flag && <Flag>{line.flag}</Flag>}
        </td>
        <td role="cell" data-col="number">
          {line.listed}
        </td>
        <td role="cell" data-col="number">
          {line.factor}
        </td>
        <td role="cell" data-col="credited">
          <LedgerNumber value={line.credited} of={line.code} working={line.working} opening={opening} />
        </td>
        <LedgerMoneyCell payer={payer} money={line.money} of={line.code} opening={moneyOpening} />
      </tr>
      {open && line.working && (
        <UnderRow id={panel} why={line.credited} wide={Boolean(payer)}>
          {line.working}
        </UnderRow>
      )}
      <MoneyRow money={line.money} opening={moneyOpening} />
    </>
  )
}

interface MoneyProps {
  readonly money: LedgerMoney | undefined
  readonly opening: Opening
}

/** Where a row stacks, the amount says whose it is. */
export function LedgerMoneyCell({
  payer,
  money,
  of,
  opening,
}: MoneyProps & { readonly payer: string | undefined; readonly of: string }) {
  if (!payer) return null
  return (
    <td role="cell" data-col="money">
      <span className="stacked-only">{payer} </span>
      {money?.working ? (
        <DottedButton value={money.value} label={`allowed for ${of}, show the working`} {...opening} />
      ) : (
        money?.value
      )}
    </td>
  )
}

export function MoneyRow({ money, opening }: MoneyProps) {
  if (!opening.open || !money?.working) return null
  return (
    <UnderRow id={opening.panel} why={money.value} wide>
      {money.working}
    </UnderRow>
  )
}

function LedgerCode({ line }: { readonly line: LedgerLine }) {
  return (
    <>
      {line.href ? (
        <Link
          href={line.href}
          className="thumb font-strong tracking-[0.015em] whitespace-nowrap text-ink decoration-control hover:text-link hover:decoration-current"
        >
          {line.code}
        </Link>
      ) : (
        <span className="font-strong tracking-[0.015em] whitespace-nowrap">{line.code}</span>
      )}
      {line.suffix && <span className="whitespace-nowrap text-ink-2"> {line.suffix}</span>}
    </>
  )
}

interface LedgerNumberProps {
  readonly value: string
  readonly of: string
  readonly working: ReactNode
  readonly opening: Opening
}

export function LedgerNumber({ value, of, working, opening }: LedgerNumberProps) {
  if (!working) return <>{value}</>
  return <DottedButton value={value} label={`credited for ${of}, show the working`} {...opening} />
}

interface UnderRowProps {
  readonly id?: string
  readonly why?: string
  /** Under six columns. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A row of its own under the line, so that what opens pushes the page apart and covers nothing. */
export function UnderRow({ id, why, wide = false, children }: UnderRowProps) {
  return (
    <tr role="row" data-part="under">
      <td role="cell" colSpan={wide ? 6 : 5} id={id} aria-label={why && `Why ${why}`}>
        <div className="motion-safe:animate-open">{children}</div>
      </td>
    </tr>
  )
}
