import type { AttendingDashboard, Rate } from '../../lib/features/dashboard/schema'
import { formatWorkRvu } from '../../lib/format/number'
import { DottedNumber } from '../ui/dotted-number'
import { SectionTitle } from '../ui/finding'
import { PlainTable } from '../ui/plain-table'
import { Note } from '../ui/source-line'
import { Working } from '../ui/working'
import { policyNames, releaseNames } from './words'

const NAMES: Readonly<Record<Rate['each'], { readonly name: string; readonly of: string; readonly source: string }>> = {
  'working-day': { name: 'Working day', of: 'day', source: 'working days gone, federal holidays left out' },
  'day-with-cases': { name: 'Day with cases', of: 'day', source: 'days with at least one case' },
  hour: { name: 'Hour, where minutes are logged', of: 'hour', source: 'hours of the cases with minutes' },
}

/** What a day and an hour bring. */
export function RatesTable({ dashboard }: { readonly dashboard: AttendingDashboard }) {
  const { rates, basis } = dashboard
  const cite = `Values of ${releaseNames(basis.releases)}. Policy: ${policyNames(basis.policies)}.`
  return (
    <section aria-label="Rates">
      <div className="mb-2">
        <SectionTitle>Rates</SectionTitle>
      </div>
      <PlainTable
        caption="Credited work RVUs a day and an hour"
        columns={[{ head: 'Each' }, { head: 'Count', numeric: true }, { head: 'wRVU each', numeric: true }]}
        rows={rates.map((rate) => [
          NAMES[rate.each].name,
          `${rate.count} ${NAMES[rate.each].of}${Number(rate.count) === 1 ? '' : 's'}`,
          dotted(rate, cite),
        ])}
      />
      {!rates.some(({ each }) => each === 'hour') && (
        <div className="mt-3">
          <Note>Log minutes with a case to see what an hour brings.</Note>
        </div>
      )}
    </section>
  )
}

function dotted(rate: Rate, cite: string) {
  const value = formatWorkRvu(rate.rate)
  return (
    <DottedNumber value={value} label={`work RVUs each ${NAMES[rate.each].name.toLowerCase()}`}>
      <Working
        title={`Why ${value}`}
        steps={[
          { amount: formatWorkRvu(rate.creditedWorkRvu), source: 'Credited' },
          { amount: `÷ ${rate.count}`, source: NAMES[rate.each].source },
        ]}
        result={{ amount: value, source: 'Credited work RVUs each' }}
        cite={cite}
      />
    </DottedNumber>
  )
}
