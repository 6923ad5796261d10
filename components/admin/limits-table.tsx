import { calendarDate } from '@/lib/domain/shared/date'
import type { LimitsFile } from '@/lib/features/installing/schema'
import { formatDate } from '@/lib/format/date'
import { formatCount } from '@/lib/format/number'
import { Cell, HeadCell, Named, Row, RowHead, Table, TableBody, TableHead } from '../ui/table'
import { sourceWords } from './install-words'

/** The tables of unit limits in use, newest first. */
export function LimitsTable({ tables }: { readonly tables: readonly LimitsFile[] }) {
  return (
    <Table caption="Installed unit limits, newest first" stack>
      <TableHead>
        <HeadCell>In force from</HeadCell>
        <HeadCell numeric>Codes</HeadCell>
        <HeadCell>Source</HeadCell>
      </TableHead>
      <TableBody>
        {tables.map(({ effectiveFrom, version, rows, source, fileName }) => (
          <Row key={effectiveFrom}>
            <RowHead phone="lead">
              {formatDate(calendarDate(effectiveFrom))}
              {version > 1 && <span className="font-regular text-ink-2"> version {version}</span>}
            </RowHead>
            <Cell numeric phone="end">
              {formatCount(rows)}
              <Named>codes</Named>
            </Cell>
            <Cell phone="below">
              {sourceWords(source)} <span className="wrap-anywhere">{fileName}</span>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
