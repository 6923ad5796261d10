import type { ReactNode } from 'react'
import type { Repricing, StaleCases } from '@/lib/features/repricing/schema'
import { formatDollarsAndCents, formatWorkRvu, formatWorkRvuChange, plural } from '@/lib/format/number'
import { Finding } from '../ui/finding'
import { PlainTable } from '../ui/plain-table'
import { Note } from '../ui/source-line'
import { creditedChange, difference, staleWords } from './repricing-words'

interface RepricingStandingProps {
  readonly latest: Repricing | null
  readonly stale: StaleCases
  /** Why the last attempt came to nothing. */
  readonly failure: string | null
}

/** What there is to know and to answer, in one sentence; then the sums before and after. */
export function RepricingStanding({ latest, stale, failure }: RepricingStandingProps) {
  const { finding, note } = said(latest, stale)
  return (
    <>
      <Finding level={1}>{finding}</Finding>
      <div className="mt-2 grid gap-1">
        <Note>{note}</Note>
        {failure && <Note>The last attempt failed. {failure}</Note>}
        {latest && latest.refused > 0 && (
          <Note>
            {plural(latest.refused, 'case')} cannot be valued today, for example because the code has left the schedule.
            Nothing of them changes.
          </Note>
        )}
        {latest && latest.skipped > 0 && (
          <Note>{plural(latest.skipped, 'case')} changed meanwhile and stayed as you left them.</Note>
        )}
      </div>
    </>
  )
}

type Said = { readonly finding: string; readonly note: ReactNode }

function said(latest: Repricing | null, stale: StaleCases): Said {
  if (latest === null || latest.state === 'declined' || latest.state === 'taken-back') return unanswered(latest, stale)
  const { cases, seen, applied } = latest
  switch (latest.state) {
    case 'comparing':
      return { finding: `Comparing: ${plural(seen, 'case')} so far`, note: 'Nothing is changed while this runs.' }
    case 'offered':
      return {
        finding: offer(latest),
        note: `${plural(seen, 'case')} compared. Nothing changes until you say so, and you can take it back.`,
      }
    case 'applying':
      return { finding: `Re-pricing: ${applied} of ${plural(cases, 'case')}`, note: 'You can leave this page.' }
    case 'taking-back':
      return { finding: 'Giving the cases their earlier values back', note: 'You can leave this page.' }
    case 'done':
      return cases === 0
        ? unanswered(latest, stale)
        : {
            finding: `${plural(applied, 'case')} re-priced: ${creditedChange(latest)} credited work RVUs`,
            note: 'What each was before is kept with it.',
          }
  }
}

const offer = ({ cases, moved, ...sums }: Repricing): string =>
  moved === 0
    ? `Today’s schedule gives the same numbers for ${plural(cases, 'case')} saved under another`
    : `Re-pricing ${plural(cases, 'case')} would change your credited work by ${creditedChange(sums)}`

function unanswered(latest: Repricing | null, stale: StaleCases): Said {
  const finding = stale.cases > 0 ? staleWords(stale) : 'Every case has the value of the schedule in force on its date'
  if (latest?.state === 'declined') return { finding, note: 'You kept your cases as they are.' }
  if (latest?.state === 'taken-back') return { finding, note: 'The last re-pricing was taken back.' }
  if (latest?.state === 'done')
    return { finding, note: `${plural(latest.seen, 'case')} compared: nothing would change.` }
  return { finding, note: 'A comparison shows what today’s schedule and crediting policies would make of your log.' }
}

/** The sums of the cases in question: before, after, and by how much. */
export function RepricingSums({ latest }: { readonly latest: Repricing }) {
  const { before, after } = latest
  const row = (label: string, was: string, is: string, print: (amount: string) => string, places: number) => [
    label, print(was), print(is), formatWorkRvuChange(difference(was, is, places)),
  ] // prettier-ignore
  const training = Number(before.trainingWorkRvu) > 0 || Number(after.trainingWorkRvu) > 0
  return (
    <PlainTable
      caption={`Sums of ${plural(latest.cases, 'case')}`}
      columns={[
        { head: 'Sum' },
        { head: 'As saved', numeric: true },
        { head: 'Today', numeric: true },
        { head: 'Change', numeric: true },
      ]}
      rows={[
        row('Listed work RVU', before.workRvu, after.workRvu, formatWorkRvu, 2),
        row('Credited work RVU', before.creditedWorkRvu, after.creditedWorkRvu, formatWorkRvu, 4),
        ...(training
          ? [row('Training work RVU', before.trainingWorkRvu, after.trainingWorkRvu, formatWorkRvu, 4)]
          : []),
        row('Medicare allowed', before.allowed, after.allowed, formatDollarsAndCents, 2),
      ]}
    />
  )
}
