import Link from 'next/link'
import type { PolicyBase } from '@/lib/domain/crediting/policy'
import type { PolicyRow } from '@/lib/features/policies/schema'
import { formatDate } from '@/lib/format/date'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead } from '../ui/table'
import { versionsWithChange } from './version-words'

interface VersionTableProps {
  readonly policy: PolicyRow
  readonly preset: PolicyBase
  /** The number of the version that counts today; null where it is the preset. */
  readonly today: number | null
}

/** The versions of a policy, the newest day first, each with what it changed. */
export function VersionTable({ policy, preset, today }: VersionTableProps) {
  return (
    <Table caption={`Versions of ${policy.name}`} stack>
      <TableHead>
        <HeadCell>Version</HeadCell>
        <HeadCell>From</HeadCell>
        <HeadCell>What changed</HeadCell>
        <HeadCell>Note</HeadCell>
      </TableHead>
      <TableBody>
        {versionsWithChange(policy, preset).map(({ version, from, change, note, href }) => (
          <Row key={version}>
            <RowHead phone="lead">
              <span className="whitespace-nowrap">{`Version ${version}`}</span>
              {version === today && <span className="block text-13 font-strong text-accent-ink">Counts today</span>}
            </RowHead>
            <Cell phone="end">
              <span className="whitespace-nowrap">{formatDate(from)}</span>
            </Cell>
            <Cell phone="below">
              {change}
              <span className="block">
                <Link href={href} prefetch={false} className="thumb text-13">
                  {`Try version ${version} on a case`}
                </Link>
              </span>
            </Cell>
            <Cell phone={note ? 'below' : 'hidden'} quiet>
              {note}
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
