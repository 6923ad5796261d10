'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its values a second time, not its cells.
import type { MovedCode, ReleasePage } from '@/lib/features/release-changes/schema'
import { formatCount, formatWorkRvuChange } from '@/lib/format/number'
import { SectionTitle } from '../ui/finding'
import { Cell, HeadCell, Named, Row, Table, TableBody, TableHead } from '../ui/table'
import { CodeCells } from './code-cells'

interface MovedCodesProps {
  readonly title: string
  readonly page: Pick<ReleasePage, 'release' | 'before'>
  readonly items: readonly MovedCode[]
  /** How many moved this way, of which these are the most. */
  readonly of: number
}

/** Codes whose work changed, with what it was and is. */
export function MovedCodes({ title, page: { release, before }, items, of }: MovedCodesProps) {
  return (
    <section className="grid gap-3">
      <SectionTitle>
        {items.length < of ? `${title}: the first ${items.length} of ${formatCount(of)}` : title}
      </SectionTitle>
      <Table caption={title} stack>
        <TableHead>
          <HeadCell>Code</HeadCell>
          <HeadCell>Title</HeadCell>
          <HeadCell numeric>Work RVU, {before?.id}</HeadCell>
          <HeadCell numeric>{release.id}</HeadCell>
          <HeadCell numeric>Change</HeadCell>
          <HeadCell numeric>Percent</HeadCell>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <Row key={item.code}>
              <CodeCells code={item.code} url={item.url}>
                {item.title}
              </CodeCells>
              <Cell numeric phone="below">
                {item.before}
                <Named>before,</Named>
                <Named>{item.after} after</Named>
              </Cell>
              <Cell numeric phone="hidden">
                {item.after}
              </Cell>
              <Cell numeric phone="end">
                {formatWorkRvuChange(item.difference)}
              </Cell>
              <Cell numeric phone="hidden">
                {item.percent === null ? '–' : percentWords(item.percent)}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
    </section>
  )
}

const percentWords = (percent: string): string => (percent.startsWith('-') ? `−${percent.slice(1)}%` : `+${percent}%`)
