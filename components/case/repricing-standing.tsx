import type { ReactNode } from 'react'
import type { Staleness } from '@/lib/domain/crediting/staleness'
import type { Repricing } from '@/lib/features/repricing/schema'
import {
  formatCount,
  formatDollarsAndCents,
  formatDollarsChange,
  formatWorkRvu,
  formatWorkRvuChange,
  plural,
} from '@/lib/format/number'
import { Finding } from '../ui/finding'
import { PlainTable } from '../ui/plain-table'
import { ProgressBar } from '../ui/progress-bar'
import { Note } from '../ui/source-line'
import { difference, doneWords, hasTraining, isSome, offerWords, staleWords } from './repricing-words'

interface RepricingStandingProps {
  readonly latest: Repricing | null
  readonly stale: Staleness
}

/** What there is to know and to answer, in one sentence; then what else its owner should know. */
export function RepricingStanding({ latest, stale }: RepricingStandingProps) {
  const { finding, note } = latest?.stopped ? stoppedAt(latest) : said(latest, stale)
  return (
    <>
      <Finding level={1}>{finding}</Finding>
      <div className="mt-2 grid gap-1">
        <Note>{note}</Note>
        {latest && latest.refused > 0 && (
          <Note>
            {plural(latest.refused, 'case')} cannot be valued today, for example because the code has left the schedule.
            Nothing of {latest.refused === 1 ? 'it' : 'them'} changes.
          </Note>
        )}
        {latest && latest.skipped > 0 && (
          <Note>
            {plural(latest.skipped, 'case')} changed meanwhile and stayed as you left{' '}
            {latest.skipped === 1 ? 'it' : 'them'}.
          </Note>
        )}
      </div>
    </>
  )
}

type Said = { readonly finding: string; readonly note: ReactNode }

function said(latest: Repricing | null, stale: Staleness): Said {
  switch (latest?.state) {
    case 'comparing':
      return {
        finding: `Comparing: ${plural(latest.seen, 'case')} so far`,
        note: 'Nothing is changed while this runs.',
      }
    case 'offered':
      return offered(latest)
    case 'applying':
      return { finding: `Re-pricing: ${progress(latest)}`, note: 'You can leave this page.' }
    case 'taking-back':
      return { finding: 'Giving the cases their earlier values back', note: 'You can leave this page.' }
    case 'done':
      return latest.cases > 0
        ? { finding: doneWords(latest), note: 'What each was before is kept with it.' }
        : unanswered(latest, stale)
    default:
      return unanswered(latest, stale)
  }
}

const progress = ({ applied, cases }: Repricing): string => `${formatCount(applied)} of ${plural(cases, 'case')}`

const offered = (latest: Repricing): Said =>
  latest.cases === 0
    ? { finding: 'Nothing is left of this comparison to re-price', note: 'Close it to compare again.' }
    : {
        finding: offerWords(latest),
        note: `${plural(latest.seen, 'case')} compared. Nothing changes until you say so, and you can take it back.`,
      }

/** Something failed here; the log of the server names it. */
function stoppedAt(latest: Repricing): Said {
  switch (latest.state) {
    case 'applying':
      return {
        finding: `Re-pricing stopped after ${progress(latest)}`,
        note: 'The others have the value they had. Go on with them, or take back what was done.',
      }
    case 'taking-back':
      return {
        finding: 'Giving the earlier values back stopped on the way',
        note: 'Cases not reached yet have the value of the re-pricing. Go on with them.',
      }
    default:
      return { finding: 'The comparison stopped before its end', note: 'Nothing was changed. Compare again.' }
  }
}

function unanswered(latest: Repricing | null, stale: Staleness): Said {
  return { finding: standing(latest, stale), note: lastAnswer(latest) }
}

function standing(latest: Repricing | null, stale: Staleness): string {
  if (stale.cases > 0) return staleWords(stale)
  if (stale.left === 0) return 'Every case has the value of the schedule in force on its date'
  const cases = plural(stale.left, 'case')
  return latest?.state === 'declined'
    ? `You kept ${cases} as saved`
    : `${cases} keep${stale.left === 1 ? 's' : ''} the saved value`
}

function lastAnswer(latest: Repricing | null): string {
  switch (latest?.state) {
    case 'declined':
      return 'Nothing was changed. You can compare again whenever you like.'
    case 'taken-back':
      return 'The last re-pricing was taken back.'
    case 'done':
      return `${plural(latest.seen, 'case')} compared: nothing would change.`
    default:
      return 'A comparison shows what today’s schedule and crediting policies would make of your log.'
  }
}

/** How far the writing is; a comparison does not know how many cases it will meet. */
export function RepricingProgress({ latest }: { readonly latest: Repricing }) {
  if (latest.state !== 'applying') return null
  return <ProgressBar label="Cases re-priced" done={latest.applied} all={latest.cases} />
}

/** The sums of the cases in question: before, after, and by how much. */
export function RepricingSums({ latest }: { readonly latest: Repricing }) {
  const { before, after } = latest
  const work = (label: string, was: string, is: string) => [
    label, formatWorkRvu(was), formatWorkRvu(is), formatWorkRvuChange(difference(was, is, 4)),
  ] // prettier-ignore
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
        work('Listed work RVU', before.workRvu, after.workRvu),
        work('Credited work RVU', before.creditedWorkRvu, after.creditedWorkRvu),
        ...(hasTraining(latest) ? [work('Training work RVU', before.trainingWorkRvu, after.trainingWorkRvu)] : []),
        ...(isSome(before.manual, after.manual) ? [work('Entered by you, apart', before.manual, after.manual)] : []),
        [
          'Medicare allowed',
          formatDollarsAndCents(before.allowed),
          formatDollarsAndCents(after.allowed),
          formatDollarsChange(difference(before.allowed, after.allowed, 2)),
        ],
      ]}
    />
  )
}
