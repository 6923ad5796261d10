import { addDays, calendarDate, daysBetween, type CalendarDate } from '../../lib/domain/shared/date'
import type { Outlook } from '../../lib/domain/pace/outlook'
import type { TrendMonth } from '../../lib/domain/pace/trend'
import type { AttendingDashboard } from '../../lib/features/dashboard/schema'
import { formatDay } from '../../lib/format/date'
import { formatCount, formatWholeWorkRvu, formatWorkRvu, formatWorkRvuChange } from '../../lib/format/number'
import { MINUS } from '../../lib/format/decimal'
import { ChartFrame } from '../charts/chart-frame'
import { TrendChart, type TrendChartProps, type TrendTick } from '../charts/trend-chart'
import type { PlainTableProps } from '../ui/plain-table'
import { trendFinding } from './attending-findings'
import { roundTicks } from './ticks'
import { amountName, monthName, policyNames, releaseNames, shortMonth } from './words'

/** The year by month: above and below the pace where there is a target, else the running total. */
export function YearTrend({ dashboard }: { readonly dashboard: AttendingDashboard }) {
  const { outlook } = dashboard
  const goal = outlook.target && amountName(outlook.target.annual)
  return (
    <ChartFrame
      finding={trendFinding(dashboard)}
      plotted={
        goal
          ? `Credited work RVUs above or below the pace for ${goal}, by month; totals for the year at right`
          : 'Credited work RVUs, running total of the year by month'
      }
      source={sourceOf(dashboard)}
      table={tableOf(dashboard)}
    >
      <TrendChart {...drawingOf(dashboard)} />
    </ChartFrame>
  )
}

function sourceOf({ sample, basis, outlook, period }: AttendingDashboard): string {
  const whose = sample ? 'Sample cases' : 'Your log'
  const line = `${whose}, credited under ${policyNames(basis.policies)} on the schedule of each date of service (${releaseNames(basis.releases)}).`
  if (outlook.projected === null) return `${line} Nothing is projected under 20 working days.`
  const { elapsed, inPeriod } = outlook.days
  const from = period.from.endsWith('-01-01')
    ? ''
    : ` Counted from ${formatDay(period.from)}, the first day of your log.`
  return `${line} Straight line by working days: ${formatWorkRvu(outlook.toDate)} ÷ ${elapsed} × ${inPeriod}.${from} It does not know about leave you have not taken yet.`
}

const isWhole = ({ through }: TrendMonth): boolean => addDays(through, 1).endsWith('-01')

function tableOf({ outlook }: AttendingDashboard): PlainTableProps {
  const { trend, target } = outlook
  const name = (row: TrendMonth) =>
    isWhole(row) ? monthName(row.month) : `${shortMonth(row.month)}, to ${formatDay(row.through)}`
  return {
    caption: 'Credited work RVUs by month',
    columns: [
      { head: 'Month' },
      { head: 'Working days', numeric: true },
      { head: 'Credited, wRVU', numeric: true },
      { head: 'Running total', numeric: true },
      ...(target ? [{ head: `Pace for ${amountName(target.annual)}`, numeric: true }] : []),
    ],
    rows: trend.map((row) => [
      name(row),
      row.workingDays,
      formatWorkRvu(row.credited),
      formatWorkRvu(row.runningTotal),
      ...(row.expected === null ? [] : [formatWorkRvu(row.expected)]),
    ]),
  }
}

/** Amounts become numbers here and nowhere before: a drawing needs no more than pixels. */
function drawingOf({ outlook, period, asOf }: AttendingDashboard): TrendChartProps {
  const { trend, target } = outlook
  const at = (date: CalendarDate) => daysBetween(period.from, date) + 1
  const points = [
    { at: 0, value: 0 },
    ...trend.map((row) => ({ at: at(row.through), value: Number(row.variance ?? row.runningTotal) })),
  ]
  const projection = fanOf(outlook, at(period.to))
  const values = [0, ...points.map(({ value }) => value), ...(projection ? [projection.low, projection.high] : [])]
  return {
    label: labelOf({ outlook, asOf }),
    points,
    todayText: `${todayOf(outlook)} on ${formatDay(asOf)}`,
    ...(projection ? { projection } : {}),
    ...(target ? { reference: referenceOf(outlook) } : {}),
    timeTicks: monthTicks(period.from, period.to, at),
    valueTicks: roundTicks(Math.min(...values), Math.max(...values)).map((value) => ({
      value,
      label: target ? signed(value) : formatCount(value),
    })),
    timeStart: 0,
    timeEnd: at(period.to),
  }
}

function todayOf({ trend, toDate }: Outlook): string {
  const variance = trend.at(-1)?.variance ?? null
  return variance === null ? formatWorkRvu(toDate) : formatWorkRvuChange(variance)
}

/** Where the line may end, from the same zero as the line: the pace where there is a target. */
function fanOf({ range, projected, target }: Outlook, at: number): TrendChartProps['projection'] {
  if (!range || projected === null) return undefined
  const level = Number(target?.ofPeriod ?? 0)
  return {
    at,
    low: Number(range.low) - level,
    likely: Number(projected) - level,
    high: Number(range.high) - level,
    lowText: formatWholeWorkRvu(range.low),
    likelyText: formatWholeWorkRvu(projected),
    highText: formatWholeWorkRvu(range.high),
  }
}

const signed = (value: number): string =>
  value === 0 ? '0' : `${value < 0 ? MINUS : '+'}${formatCount(Math.abs(value))}`

function referenceOf({ target, days }: Outlook): NonNullable<TrendChartProps['reference']> {
  const name = amountName(target?.annual ?? '0')
  const daily = days.elapsed > 0 ? Number(target?.expected ?? 0) / days.elapsed : 0
  return {
    value: 0,
    text: `Pace for ${name}: ${daily.toLocaleString('en-US', { maximumFractionDigits: 1 })} a working day`,
    short: `Pace for ${name}`,
    solid: true,
  }
}

function labelOf({ outlook, asOf }: Pick<AttendingDashboard, 'outlook' | 'asOf'>): string {
  const credited = `Credited work RVUs through ${formatDay(asOf)}: ${formatWorkRvu(outlook.toDate)}`
  return outlook.range
    ? `${credited}, with a projection of ${formatWholeWorkRvu(outlook.range.low)} to ${formatWholeWorkRvu(outlook.range.high)}.`
    : `${credited}.`
}

function monthTicks(from: CalendarDate, to: CalendarDate, at: (date: CalendarDate) => number): readonly TrendTick[] {
  const year = from.slice(0, 4)
  const first = Number(from.slice(5, 7))
  const last = Number(to.slice(5, 7))
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const month = `${year}-${String(first + index).padStart(2, '0')}`
    const name = shortMonth(month)
    return { value: Math.max(0, at(calendarDate(`${month}-15`))), label: name, short: name.charAt(0) }
  })
}
