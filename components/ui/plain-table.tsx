'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its values a second time, not its cells.
import type { ReactNode } from 'react'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from './table'

export interface PlainColumn {
  readonly head: ReactNode
  readonly numeric?: boolean
}

export interface PlainTableProps {
  readonly caption: ReactNode
  readonly columns: readonly PlainColumn[]
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly ReactNode[])[]
  /** Set under a double rule. */
  readonly total?: readonly ReactNode[]
}

/** A table that needs nothing but its numbers; the twin of every chart. */
export function PlainTable({ caption, columns, rows, total }: PlainTableProps) {
  return (
    <Table caption={caption}>
      <TableHead>
        {columns.map((column, at) => (
          <HeadCell key={at} numeric={column.numeric === true}>
            {column.head}
          </HeadCell>
        ))}
      </TableHead>
      <TableBody>
        {rows.map((cells, at) => (
          <PlainRow key={at} cells={cells} columns={columns} />
        ))}
        {total && <PlainRow cells={total} columns={columns} total />}
      </TableBody>
    </Table>
  )
}

interface PlainRowProps {
  readonly cells: readonly ReactNode[]
  readonly columns: readonly PlainColumn[]
  readonly total?: boolean
}

function PlainRow({ cells, columns, total = false }: PlainRowProps) {
  return (
    <Row kind={total ? 'total' : 'row'}>
      {cells.map((cell, at) =>
        at === 0 ? (
          <RowHead key={at}>{cell}</RowHead>
        ) : (
          <Cell key={at} numeric={columns[at]?.numeric === true}>
            {cell}
          </Cell>
        ),
      )}
    </Row>
  )
}
