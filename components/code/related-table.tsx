'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its values a second time, not its cells.
import type { RelatedCode } from '@/lib/features/code-pages/schema'
import { formatWorkRvuChange } from '@/lib/format/number'
import { Cell, HeadCell, Row, Table, TableBody, TableHead, Why } from '../ui/table'
import { CodeCells } from './code-cells'

interface RelatedTableProps {
  readonly code: string
  readonly related: readonly RelatedCode[]
  /** With the difference of each to the code. */
  readonly compared: boolean
}

export function RelatedTable({ code, related, compared }: RelatedTableProps) {
  return (
    <Table caption={`Codes related to ${code}`} stack>
      <TableHead>
        <HeadCell>Code</HeadCell>
        <HeadCell>Title</HeadCell>
        <HeadCell numeric>Work RVU</HeadCell>
        {compared && <HeadCell numeric>Against {code}</HeadCell>}
      </TableHead>
      <TableBody>
        {related.map((each) => (
          <RelatedRow key={each.code} related={each} compared={compared} />
        ))}
      </TableBody>
    </Table>
  )
}

function RelatedRow({ related, compared }: { readonly related: RelatedCode; readonly compared: boolean }) {
  return (
    <Row>
      <CodeCells code={related.code} url={related.url}>
        {related.title}
        {related.reason && <Why>{related.reason}</Why>}
      </CodeCells>
      <Cell numeric phone="end" quiet={Number(related.workRvu ?? 0) === 0}>
        {related.workRvu === null ? 'by report' : Number(related.workRvu) > 0 ? related.workRvu : 'none'}
      </Cell>
      {compared && (
        <Cell numeric phone="hidden" quiet={related.difference === null}>
          {related.difference === null ? '–' : formatWorkRvuChange(related.difference)}
        </Cell>
      )}
    </Row>
  )
}
