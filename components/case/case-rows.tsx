import Link from 'next/link'
import { Fragment } from 'react'
import { readDate } from '@/lib/domain/shared/date'
import type { CaseItem } from '@/lib/features/cases/schema'
import { formatWeekday } from '@/lib/format/date'
import { formatWorkRvu } from '@/lib/format/number'
import { policyName } from '@/lib/format/plan-words'
import { CheckMark } from '../ui/choice-field'
import { DottedNumber } from '../ui/dotted-number'
import { Cell, Flag, Row, RowHead, Why } from '../ui/table'
import { enteredWords, sumCredited } from './credited'
import { ledgerLine, suffixOf } from './ledger-lines'
import { LineWorking } from './line-working'

interface CaseRowsProps {
  readonly items: readonly CaseItem[]
  readonly titles: Readonly<Record<string, string>>
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string) => void
}

/** Days as groups, cases in them, one row a line; what belongs to the case stands in its first row. */
export function CaseRows({ items, titles, chosen, onChoose }: CaseRowsProps) {
  const days = [...new Set(items.map((item) => item.dateOfService))]
  return days.map((day) => {
    const cases = items.filter((item) => item.dateOfService === day)
    const date = readDate(day)
    return (
      <Fragment key={day}>
        <Row kind="group">
          <RowHead span={7}>
            {date ? formatWeekday(date) : day}
            <span className="font-regular text-ink-2">{enteredWords(cases)}</span>
          </RowHead>
          <Cell numeric phone="end" quiet>
            {formatWorkRvu(sumCredited(cases))}
          </Cell>
        </Row>
        {cases.map((item) => (
          <CaseLines
            key={item.id}
            item={item}
            titles={titles}
            selected={chosen.has(item.id)}
            onChoose={() => onChoose(item.id)}
          />
        ))}
      </Fragment>
    )
  })
}

interface CaseLinesProps {
  readonly item: CaseItem
  readonly titles: Readonly<Record<string, string>>
  readonly selected: boolean
  readonly onChoose: () => void
}

function CaseLines({ item, titles, selected, onChoose }: CaseLinesProps) {
  return item.lines.map((line, at) => {
    const row = ledgerLine(line, { id: String(at), title: titles[line.code] ?? null, policy: policyName(item.policy) })
    const first = at === 0
    return (
      <Row key={at} selected={selected} kind={first ? 'row' : 'sub'}>
        <Cell phone="mark">
          {first && <CheckMark label={`Select the case of ${line.code}`} checked={selected} onChange={onChoose} />}
        </Cell>
        <RowHead phone="lead">
          <Link
            href={`/cases/${item.id}`}
            className="thumb font-strong whitespace-nowrap text-ink decoration-control hover:text-link"
          >
            {line.code}
          </Link>{' '}
          <span className="font-regular whitespace-nowrap text-ink-2">{suffixOf(line)}</span>
        </RowHead>
        <Cell phone="below">
          {row.title}
          {row.why && <Why>{row.why}</Why>}
          {row.flag && <Flag>{row.flag}</Flag>}
        </Cell>
        <Cell quiet phone="hidden">
          {first ? item.label : ''}
        </Cell>
        <Cell phone="hidden">{first ? item.placeOfService : ''}</Cell>
        <Cell phone="hidden">{first ? capital(item.role) : ''}</Cell>
        <Cell numeric phone="hidden">
          {row.listed}
        </Cell>
        <Cell numeric phone="end">
          {line.creditedWorkRvu === null ? (
            row.credited
          ) : (
            <DottedNumber value={row.credited} label={`credited for ${line.code}`}>
              <LineWorking line={line} policy={policyName(item.policy)} />
            </DottedNumber>
          )}
        </Cell>
      </Row>
    )
  })
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
