import type { SummaryItem } from '../../lib/features/dashboard/schema'
import { calendarDate } from '../../lib/domain/shared/date'
import { formatMonth } from '../../lib/format/date'
import { formatCount, formatWorkRvu, plural } from '../../lib/format/number'
import { Bars } from '../charts/bars'
import { ChartFrame } from '../charts/chart-frame'

const SHOWN = 12
const nameOf = ({ key }: SummaryItem): string => formatMonth(calendarDate(`${key}-01`))

/** Cases month by month, the last twelve drawn. */
export function CasesByMonth({ months, source }: { readonly months: readonly SummaryItem[]; readonly source: string }) {
  const busiest = months.toSorted((a, b) => b.cases - a.cases)[0]
  const rows = months.slice(-SHOWN)
  return (
    <ChartFrame
      finding={busiest ? `${nameOf(busiest)} has the most, ${plural(busiest.cases, 'case')}` : 'No case yet'}
      plotted="Cases by month of service"
      source={source}
      table={{
        caption: 'Cases by month',
        columns: [{ head: 'Month' }, { head: 'Cases', numeric: true }, { head: 'Training wRVU', numeric: true }],
        rows: months.map((month) => [nameOf(month), formatCount(month.cases), formatWorkRvu(month.trainingWorkRvu)]),
      }}
    >
      <Bars
        label="Cases by month"
        rows={rows.map((month) => ({ label: nameOf(month), value: month.cases, text: formatCount(month.cases) }))}
      />
    </ChartFrame>
  )
}
