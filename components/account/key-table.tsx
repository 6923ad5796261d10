import type { KeyRow } from '../../lib/features/keys/schema'
import { dateIn } from '../../lib/domain/shared/date'
import { formatDate } from '../../lib/format/date'
import { Cell, HeadCell, Named, Row, RowHead, Table, TableBody, TableHead } from '../ui/table'
import { PressForm } from './press-form'
import type { Submit } from './use-form'

interface KeyTableProps {
  readonly keys: readonly KeyRow[]
  readonly timeZone: string
  readonly revokeKey: Submit<unknown>
}

export function KeyTable({ keys, timeZone, revokeKey }: KeyTableProps) {
  return (
    <Table caption="Your keys" stack>
      <TableHead>
        <HeadCell>Name</HeadCell>
        <HeadCell>Begins with</HeadCell>
        <HeadCell>May</HeadCell>
        <HeadCell>Made</HeadCell>
        <HeadCell>Last used</HeadCell>
        <HeadCell>
          <span className="sr-only">Revoke</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {keys.map(({ id, name, prefix, scopes, createdAt, lastUsedAt }) => (
          <Row key={id}>
            <RowHead phone="lead">{name}</RowHead>
            <Cell phone="below">
              <code>{prefix}…</code>
            </Cell>
            <Cell phone="below">{scopes.join(', ')}</Cell>
            <Cell phone="below">
              <Named>Made</Named>
              {dayOf(createdAt, timeZone)}
            </Cell>
            <Cell phone="below" quiet={lastUsedAt === null}>
              {lastUsedAt !== null && <Named>Last used</Named>}
              {lastUsedAt === null ? 'Not used yet' : dayOf(lastUsedAt, timeZone)}
            </Cell>
            <Cell phone="end">
              <PressForm
                press={revokeKey}
                fields={{ id }}
                label="Revoke"
                spoken={`Revoke the key ${name}`}
                look="danger"
              />
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}

const dayOf = (instant: string, timeZone: string): string => formatDate(dateIn(timeZone, new Date(instant)))
