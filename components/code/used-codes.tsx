'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its values a second time, not its cells.
import type { UsedCode } from '@/lib/features/specialties/schema'
import { formatCount } from '@/lib/format/number'
import { Cell, HeadCell, Named, Row, Table, TableBody, TableHead } from '../ui/table'
import { CodeCells } from './code-cells'
import { hasWork, workWords } from './work-words'

interface UsedCodesProps {
  readonly name: string
  readonly year: number
  readonly items: readonly UsedCode[]
}

/** Codes with how often Medicare paid a specialty for them. */
export function UsedCodes({ name, year, items }: UsedCodesProps) {
  return (
    <Table caption={`${name}: codes by Medicare services of ${year}`} stack>
      <TableHead>
        <HeadCell>Code</HeadCell>
        <HeadCell>Title</HeadCell>
        <HeadCell numeric>Work RVU</HeadCell>
        <HeadCell numeric>Services {year}</HeadCell>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <Row key={item.code}>
            <CodeCells code={item.code} url={item.url}>
              {item.title}
            </CodeCells>
            <Cell numeric phone="end" quiet={!hasWork(item)}>
              {workWords(item)}
            </Cell>
            <Cell numeric phone="below">
              {formatCount(item.services)}
              <Named>services</Named>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
