import type { PlaceOfService } from '@/lib/domain/schedule/place-of-service'
import { Cell, Flag, HeadCell, Row, RowHead, Table, TableBody, TableHead } from '../ui/table'

/** Places of service with the practice expense each one uses. */
export function PlaceList({ places }: { readonly places: readonly PlaceOfService[] }) {
  return (
    <Table caption="Places of service by number" stack>
      <TableHead>
        <HeadCell>Code</HeadCell>
        <HeadCell>Place</HeadCell>
        <HeadCell>Practice expense</HeadCell>
      </TableHead>
      <TableBody>
        {places.map(({ code, name, setting, certain }) => (
          <Row key={code}>
            <RowHead phone="lead">
              <span className="font-strong">{code}</span>
            </RowHead>
            <Cell phone="below">
              {name}
              {!certain && <Flag>The contractor decides; it is priced outside a facility meanwhile.</Flag>}
            </Cell>
            <Cell phone="end">{setting === 'facility' ? 'Facility' : 'Non-facility'}</Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  )
}
