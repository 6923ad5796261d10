import { formatCount, formatPercent } from '../../lib/format/number'
import { Bars } from '../charts/bars'
import { ChartFrame } from '../charts/chart-frame'
import { roleName } from './words'

interface RoleMixProps {
  readonly roles: readonly { readonly role: string; readonly cases: number }[]
  readonly cases: number
  readonly source: string
}

const share = (part: number, all: number): string =>
  all > 0 ? String(Math.round((part / all) * 10_000) / 10_000) : '0'

/** Cases by what one did in them. */
export function RoleMix({ roles, cases, source }: RoleMixProps) {
  const [first] = roles
  const rows = roles.map(({ role, cases: count }) => ({
    name: roleName(role),
    count,
    share: formatPercent(share(count, cases), 0),
  }))
  return (
    <ChartFrame
      finding={
        first
          ? `${formatPercent(share(first.cases, cases), 0)} of your cases as ${roleName(first.role).toLowerCase()}`
          : 'No case yet'
      }
      plotted="Cases by role"
      source={source}
      table={{
        caption: 'Cases by role',
        columns: [{ head: 'Role' }, { head: 'Cases', numeric: true }, { head: 'Share', numeric: true }],
        rows: rows.map(({ name, count, share: part }) => [name, formatCount(count), part]),
        total: ['All', formatCount(cases), '100%'],
      }}
    >
      <Bars
        label="Cases by role"
        rows={rows.map(({ name, count, share: part }) => ({
          label: name,
          value: count,
          text: formatCount(count),
          aside: part,
        }))}
      />
    </ChartFrame>
  )
}
