import type { ReactNode } from 'react'

/*
 * Roles are written out because a row that is laid out as a grid on a phone loses the ones it was born with.
 */

/** Where a cell goes when the row becomes two or three lines: its first line, the right end of it, a line below, or nowhere. */
export type PhonePlace = 'mark' | 'lead' | 'end' | 'below' | 'hidden'
export type RowKind = 'row' | 'sub' | 'group' | 'sum' | 'total'

/** Only what is set: a page sends the name of every property that it gives an element, in each cell of it. */
function given<T extends object>(properties: T): Partial<T> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Partial<T>
}

interface TableProps {
  /** Says what the table is to those who do not see the heading above it. */
  readonly caption: ReactNode
  readonly captionShown?: boolean
  /** On a phone each row becomes lines; every cell then names its place. Left out, columns stay columns. */
  readonly stack?: boolean
  readonly children: ReactNode
}

export function Table({ caption, captionShown = false, stack = false, children }: TableProps) {
  return (
    <table role="table" className="table" {...given({ 'data-stack': stack || undefined })}>
      <caption className={captionShown ? 'pb-2 text-left text-13 text-ink-2' : 'sr-only'}>{caption}</caption>
      {children}
    </table>
  )
}

export function TableHead({ children }: { readonly children: ReactNode }) {
  return (
    <thead role="rowgroup">
      <tr role="row">{children}</tr>
    </thead>
  )
}

interface CellProps {
  readonly numeric?: boolean
  readonly phone?: PhonePlace
  readonly span?: number
  readonly quiet?: boolean
  readonly children?: ReactNode
}

/** The unit stands in the head, never in the cells. Without words it heads nothing and is a plain cell. */
export function HeadCell({ numeric = false, span, children }: Omit<CellProps, 'phone' | 'quiet'>) {
  if (!children) return <td role="cell" {...given({ colSpan: span })} />
  return (
    <th role="columnheader" scope="col" {...given({ colSpan: span, 'data-numeric': numeric || undefined })}>
      {children}
    </th>
  )
}

export function TableBody({ children }: { readonly children: ReactNode }) {
  return <tbody role="rowgroup">{children}</tbody>
}

interface RowProps {
  readonly kind?: RowKind
  readonly selected?: boolean
  readonly children: ReactNode
}

export function Row({ kind = 'row', selected, children }: RowProps) {
  return (
    <tr role="row" data-kind={kind} {...given({ 'aria-selected': selected })}>
      {children}
    </tr>
  )
}

export function Cell({ numeric = false, phone, span, quiet = false, children }: CellProps) {
  return (
    <td
      role="cell"
      {...given({
        colSpan: span,
        'data-numeric': numeric || undefined,
        'data-phone': phone,
        className: quiet ? 'text-ink-3' : undefined,
      })}
    >
      {children}
    </td>
  )
}

/** The head of a column, where a phone has none. */
export function Named({ children }: { readonly children: ReactNode }) {
  return <span className="hidden text-ink-2 max-sm:inline"> {children} </span>
}

/** The cell that names its row, or the group of rows below it. */
export function RowHead({ phone, span, children }: Omit<CellProps, 'numeric' | 'quiet'>) {
  return (
    <th role="rowheader" scope={span ? 'colgroup' : 'row'} {...given({ colSpan: span, 'data-phone': phone })}>
      {children}
    </th>
  )
}

/** The reason under a title: one sentence, never cut off. */
export function Why({ children }: { readonly children: ReactNode }) {
  return <span className="mt-px block max-w-[62ch] text-13 leading-note text-ink-2">{children}</span>
}

/** Needs review: what is wrong and what was done meanwhile. */
export function Flag({ children }: { readonly children: ReactNode }) {
  return (
    <span className="flag mt-0.5 block max-w-[62ch] text-13 leading-note text-warn-ink">
      <span className="sr-only">Needs review: </span>
      {children}
    </span>
  )
}
