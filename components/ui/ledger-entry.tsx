import Link from 'next/link'
import type { ReactNode } from 'react'
import { DottedButton } from './dotted-number'
import type { LedgerLine } from './ledger-line'
import { Flag, Why } from './table'

interface Opening {
  readonly panel: string
  readonly open: boolean
  readonly onToggle: () => void
}

export function LedgerEntry({ line, panel, open, onToggle }: Opening & { readonly line: LedgerLine }) {
  return (
    <>
      <tr role="row" data-part="entry" data-open={open || undefined}>
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
          <LedgerNumber
            value={line.credited}
            of={line.code}
            working={line.working}
            opening={{ panel, open, onToggle }}
          />
        </td>
      </tr>
      {open && line.working && (
        <UnderRow id={panel} why={line.credited}>
          {line.working}
        </UnderRow>
      )}
    </>
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
  readonly children: ReactNode
}

/** A row of its own under the line, so that what opens pushes the page apart and covers nothing. */
export function UnderRow({ id, why, children }: UnderRowProps) {
  return (
    <tr role="row" data-part="under">
      <td role="cell" colSpan={5} id={id} aria-label={why && `Why ${why}`}>
        <div className="motion-safe:animate-open">{children}</div>
      </td>
    </tr>
  )
}
