import { sideSince } from '../../lib/domain/pace/trend'
import type { AttendingDashboard } from '../../lib/features/dashboard/schema'
import { formatPercent, formatPercentChange, formatWorkRvu, plural } from '../../lib/format/number'
import { MINUS } from '../../lib/format/decimal'
import { amountName, monthName, roughly } from './words'

type Of<K extends keyof AttendingDashboard> = Pick<AttendingDashboard, K>

const yearOf = ({ period }: Of<'period'>): string => period.to.slice(0, 4)

/** `3.6% ahead of`, `4.1% behind`, `on`. */
function against(pace: string): string {
  const change = formatPercentChange(pace)
  if (/^[+−]?0\.0%$/.test(change)) return 'on'
  return change.startsWith(MINUS) ? `${change.slice(1)} behind` : `${change.slice(1)} ahead of`
}

/** The one sentence of the page: pace against the target where there is one, else what the year adds up to. */
export function yearFinding(dashboard: Of<'period' | 'outlook'>): string {
  const { toDate, projected, target, days } = dashboard.outlook
  const credited = formatWorkRvu(toDate)
  if (projected === null) {
    return `${credited} work RVUs credited in ${plural(days.elapsed, 'working day')}. A projection needs 20.`
  }
  const ahead = `heading for about ${roughly(projected)}`
  if (!target?.pace) return `${credited} work RVUs credited in ${yearOf(dashboard)}, ${ahead}.`
  if (target.toGo === null) return `You have passed ${amountName(target.ofPeriod)} and are ${ahead}.`
  return `You are ${against(target.pace)} the pace for ${amountName(target.annual)}, and ${ahead}.`
}

/** What the chart of the year shows: since when on which side of the pace, else the strongest month. */
export function trendFinding({ outlook }: Of<'outlook'>): string {
  const side = sideSince(outlook.trend)
  const word = side?.ahead ? 'Ahead of' : 'Behind'
  if (side) {
    return side.month === outlook.trend[0]?.month
      ? `${word} the pace in every month so far`
      : `${word} the pace since ${monthName(side.month)}`
  }
  const strongest = outlook.trend.toSorted((a, b) => Number(b.credited) - Number(a.credited))[0]
  if (!strongest || outlook.trend.length < 2) return 'One month says nothing of a year yet'
  return `${monthName(strongest.month)} is the strongest month, with ${formatWorkRvu(strongest.credited)}`
}

const POINTS = [10, 25, 50, 75, 90]

/** Between which two published points a percentile lies. */
function placeOf(percentile: number): string {
  const low = POINTS.findLast((point) => point <= percentile)
  const high = POINTS.find((point) => point > percentile)
  if (low === undefined) return 'below the 10th percentile'
  return high === undefined ? 'at the 90th percentile or above' : `between the ${low}th and ${high}th percentile`
}

export function standingFinding({ standing }: Of<'standing'>): string {
  switch (standing.kind) {
    case 'no-table':
      return 'No Medicare table covers this specialty'
    case 'no-percentiles':
      return 'The table of this specialty gives no percentiles'
    case 'share-unknown':
      return 'Your Medicare share is not known, so you are not on this curve'
    case 'placed': {
      const { percentile, beyondTable } = standing.position
      if (standing.position.withheld !== null) return 'Too few working days to place you on this curve'
      if (beyondTable === 'below') return 'Your Medicare work sits below the lowest published point'
      if (beyondTable === 'above') return 'Your Medicare work sits above the highest published point'
      return percentile === null ? 'The table does not say' : `Your Medicare work sits ${placeOf(Number(percentile))}`
    }
  }
}

export function mixFinding({ mix }: Of<'mix'>): string {
  const [first, second] = mix
  if (!first) return 'Nothing credited yet'
  if (!second) return `All of it is ${first.name.toLowerCase()}`
  return `${first.name} leads, with ${formatPercent(first.share, 0)} of your work`
}
