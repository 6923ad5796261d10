'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its values a second time, not its cells.
import type { CodeItem } from '@/lib/features/catalog/schema'
import { Cell, HeadCell, Row, Table, TableBody, TableHead } from '../ui/table'
import { CodeCells } from './code-cells'
import { hasWork, workWords } from './work-words'

interface CodeListProps {
  readonly caption: string
  readonly items: readonly CodeItem[]
  /** In a list of one category the name of it would say nothing. */
  readonly withCategory?: boolean
}

export function CodeList({ caption, items, withCategory = false }: CodeListProps) {
  return (
    <Table caption={caption} stack>
      <TableHead>
        <HeadCell>Code</HeadCell>
        <HeadCell>Title</HeadCell>
        {withCategory && <HeadCell>Category</HeadCell>}
        <HeadCell numeric>Work RVU</HeadCell>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <Row key={item.code}>
            <CodeCells code={item.code} url={item.url}>
              {item.title}
            </CodeCells>
            {withCategory && (
              <Cell phone="hidden" quiet>
                {item.category.name}
              </Cell>
            )}
            <Cell numeric phone="end" quiet={!hasWork(item)}>
              {workWords(item)}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
