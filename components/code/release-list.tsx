import Link from 'next/link'
import type { ReleaseLine } from '@/lib/features/release-changes/schema'
import { formatCount } from '@/lib/format/number'
import { SourceLine } from '../ui/source-line'
import { Cell, HeadCell, Named, Row, RowHead, Table, TableBody, TableHead } from '../ui/table'
import { dateWords } from './release-words'

/** The releases held, the newest first. */
export function ReleaseList({ releases }: { readonly releases: readonly ReleaseLine[] }) {
  return (
    <div className="grid gap-3">
      <Table caption="Releases held, newest first" stack>
        <TableHead>
          <HeadCell>Release</HeadCell>
          <HeadCell>In force from</HeadCell>
          <HeadCell numeric>Dollars per RVU</HeadCell>
          <HeadCell numeric>Codes with other work than before</HeadCell>
        </TableHead>
        <TableBody>
          {releases.map(({ id, effectiveFrom, factor, moved }) => (
            <Row key={id}>
              <RowHead phone="lead">
                <Link href={`/releases/${id}`} prefetch={false} className="thumb font-strong text-ink">
                  {id}
                </Link>
              </RowHead>
              <Cell phone="below">{dateWords(effectiveFrom)}</Cell>
              <Cell numeric phone="below">
                {factor}
                <Named>dollars per RVU</Named>
              </Cell>
              <Cell numeric phone="end">
                {moved === null ? '–' : formatCount(moved)}
                {moved !== null && <Named>changed</Named>}
              </Cell>
            </Row>
          ))}
        </TableBody>
      </Table>
      <SourceLine>
        CMS Physician Fee Schedule relative value files. Each release is compared with the one held before it; releases
        between the two may be missing.
      </SourceLine>
    </div>
  )
}
