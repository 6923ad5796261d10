import Link from 'next/link'
import { readDate } from '@/lib/domain/shared/date'
import type { RepricedCase } from '@/lib/features/repricing/schema'
import { formatDate } from '@/lib/format/date'
import { formatWorkRvu, formatWorkRvuChange } from '@/lib/format/number'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead, Why } from '../ui/table'
import { changeWords, difference } from './repricing-words'

/** The cases that change most, each with why: another release, another policy. */
export function RepricedCases({ cases }: { readonly cases: readonly RepricedCase[] }) {
  return (
    <Table caption="Cases that change" stack>
      <TableHead>
        <HeadCell>Date of service</HeadCell>
        <HeadCell>Codes and why</HeadCell>
        <HeadCell numeric>As saved</HeadCell>
        <HeadCell numeric>Today</HeadCell>
        <HeadCell numeric>Change</HeadCell>
      </TableHead>
      <TableBody>
        {cases.map((each) => (
          <CaseRow key={each.id} repriced={each} />
        ))}
      </TableBody>
    </Table>
  )
}

function CaseRow({ repriced }: { readonly repriced: RepricedCase }) {
  const { id, dateOfService, codes, creditedWorkRvu } = repriced
  const date = readDate(dateOfService)
  return (
    <Row>
      <RowHead phone="lead">
        <Link href={`/cases/${id}`} className="thumb text-ink">
          {date ? formatDate(date) : dateOfService}
        </Link>
      </RowHead>
      <Cell phone="below">
        {codes.join(', ')}
        <Why>{changeWords(repriced)}</Why>
      </Cell>
      <Cell numeric phone="hidden">
        {formatWorkRvu(creditedWorkRvu.before)}
      </Cell>
      <Cell numeric phone="hidden">
        {formatWorkRvu(creditedWorkRvu.after)}
      </Cell>
      <Cell numeric phone="end">
        {formatWorkRvuChange(difference(creditedWorkRvu.before, creditedWorkRvu.after, 4))}
      </Cell>
    </Row>
  )
}
