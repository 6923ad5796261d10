import Link from 'next/link'
import type { AttendingDashboard } from '../../lib/features/dashboard/schema'
import { formatDay } from '../../lib/format/date'
import { formatWholeWorkRvu, formatWorkRvu, formatWorkRvuChange, plural } from '../../lib/format/number'
import { DottedNumber } from '../ui/dotted-number'
import { Figures, type Figure } from '../ui/figures'
import { Working } from '../ui/working'
import { PercentileNumber } from './percentile-number'
import { amountName, policyNames, releaseNames } from './words'

/** Up to four numbers: credited, projected, percentile, and what is left to the target. */
export function AttendingFigures({ dashboard }: { readonly dashboard: AttendingDashboard }) {
  return <Figures items={[credited(dashboard), projected(dashboard), percentile(dashboard), distance(dashboard)]} />
}

const yearOf = ({ period }: AttendingDashboard): string => period.to.slice(0, 4)

function credited(dashboard: AttendingDashboard): Figure {
  const { outlook, mix, basis, cases } = dashboard
  const value = formatWorkRvu(outlook.toDate)
  const rate = outlook.perDay === null ? '' : `${formatWorkRvu(outlook.perDay)} a working day.`
  return {
    label: `Credited in ${yearOf(dashboard)}`,
    number: (
      <DottedNumber value={value} label="credited work RVUs" align="left">
        <Working
          title={`Why ${value}`}
          steps={mix.map((kind) => ({
            amount: formatWorkRvu(kind.creditedWorkRvu),
            source: `${kind.name}, ${plural(kind.lines, 'line')}`,
          }))}
          result={{ amount: value, source: `Credited, ${plural(cases, 'case')}` }}
          cite={`Values of ${releaseNames(basis.releases)} by date of service. Policy: ${policyNames(basis.policies)}.`}
        />
      </DottedNumber>
    ),
    meaning: `${sideOf(dashboard)}${rate}`,
  }
}

function sideOf({ outlook: { target } }: AttendingDashboard): string {
  if (!target) return ''
  const change = formatWorkRvuChange(target.variance)
  return `${change.slice(change === '0.00' ? 0 : 1)} ${target.variance.startsWith('-') ? 'below' : 'above'} pace. `
}

function projected(dashboard: AttendingDashboard): Figure {
  const { outlook } = dashboard
  const { days, range } = outlook
  const label = `Projected for ${yearOf(dashboard)}`
  if (outlook.projected === null) {
    return { label, number: 'Not yet', meaning: `It takes 20 working days; there are ${days.elapsed}.` }
  }
  const value = formatWholeWorkRvu(outlook.projected)
  return {
    label,
    number: (
      <DottedNumber value={value} label="work RVUs projected" align="left">
        <Working
          title={`Why ${value}`}
          steps={[
            { amount: formatWorkRvu(outlook.toDate), source: `Credited through ${formatDay(dashboard.asOf)}` },
            { amount: `÷ ${days.elapsed}`, source: 'working days gone, federal holidays left out' },
            { amount: `× ${days.inPeriod}`, source: `working days of ${periodName(dashboard)}` },
          ]}
          result={{ amount: value, source: 'Straight line by working days' }}
          cite="Elapsed days count through your last logged day. Leave you have not taken yet is not known."
        />
      </DottedNumber>
    ),
    meaning: range
      ? `${formatWholeWorkRvu(range.low)} to ${formatWholeWorkRvu(range.high)} in 8 of 10 replays of your own ${range.weeks} weeks.`
      : 'Straight line by working days.',
  }
}

const periodName = (dashboard: AttendingDashboard): string =>
  dashboard.period.from.endsWith('-01-01')
    ? yearOf(dashboard)
    : `${yearOf(dashboard)} from ${formatDay(dashboard.period.from)}`

function percentile(dashboard: AttendingDashboard): Figure {
  const { standing } = dashboard
  const label = 'Medicare percentile'
  switch (standing.kind) {
    case 'no-table':
      return { label, number: 'No table', meaning: noTable(dashboard) }
    case 'no-percentiles':
      return { label, number: 'No table', meaning: 'CMS figures for your specialty give a mean alone.' }
    case 'share-unknown':
      return {
        label,
        number: 'Not known',
        meaning: (
          <>
            Mark Medicare cases, or <Link href="/settings/profile">state your Medicare share</Link>.
          </>
        ),
      }
    case 'placed':
      return {
        label,
        number: <PercentileNumber dashboard={dashboard} standing={standing} />,
        meaning: placed(dashboard),
      }
  }
}

const noTable = ({ specialty }: AttendingDashboard) =>
  specialty ? (
    `No Medicare table covers ${specialty.name}.`
  ) : (
    <>
      <Link href="/settings/profile">Choose your specialty</Link> to be compared.
    </>
  )

function placed({ standing, medicare }: AttendingDashboard): string {
  if (standing.kind !== 'placed') return ''
  const { part, position, table } = standing
  if (position.withheld !== null) return 'It takes 20 working days of cases.'
  const amount = position.annualized === null ? '' : ` ${formatWholeWorkRvu(position.annualized)} a year,`
  const whose =
    part.from === 'medicare-lines'
      ? `Your ${plural(medicare.cases, 'Medicare case')},`
      : `Your ${medicare.statedPercent ?? ''}% Medicare share,`
  return `${whose}${amount} on a ${table.year} Medicare table.`
}

function distance(dashboard: AttendingDashboard): Figure {
  const { outlook, targetSuggested } = dashboard
  const { target, days } = outlook
  if (!target) return withoutTarget(dashboard)
  const name = amountName(target.ofPeriod)
  const label = targetSuggested ? `To ${name}, a suggested target` : `To your target, ${name}`
  if (target.toGo === null) return { label, number: 'Reached', meaning: `${plural(left(days), 'working day')} left.` }
  const value = formatWorkRvu(target.toGo)
  return {
    label,
    number: (
      <DottedNumber value={value} label="work RVUs to the target">
        <Working
          title={`Why ${value}`}
          steps={[
            { amount: formatWorkRvu(target.ofPeriod), source: `Target for ${periodName(dashboard)}` },
            { amount: `− ${formatWorkRvu(outlook.toDate)}`, source: 'Credited so far' },
          ]}
          result={{ amount: value, source: 'Still to be credited' }}
          cite={targetSuggested ? 'A suggested target, kept nowhere. Set your own in Settings, Workplaces.' : undefined}
        />
      </DottedNumber>
    ),
    meaning:
      target.daysToGo === null
        ? `${plural(left(days), 'working day')} left.`
        : `${plural(target.daysToGo, 'working day')} at your rate; ${left(days)} are left.`,
  }
}

const left = (days: AttendingDashboard['outlook']['days']): number => days.inPeriod - days.elapsed

function withoutTarget({ outlook, daysWithCases }: AttendingDashboard): Figure {
  return {
    label: 'A working day',
    number: outlook.perDay === null ? 'Not yet' : formatWorkRvu(outlook.perDay),
    meaning: (
      <>
        Cases on {plural(daysWithCases, 'day')}. <Link href="/settings/workplaces">Set an annual target</Link> to see
        the distance to it.
      </>
    ),
  }
}
