import { INSTALL_RELEASE } from '@/lib/features/installing/schema'
import type { FailedJob } from '@/lib/features/jobs/schema'
import { REPRICE } from '@/lib/features/repricing/schema'
import { formatInstant } from '@/lib/format/date'
import { plural } from '@/lib/format/number'

interface FailedJobsProps {
  /** Newest first. */
  readonly jobs: readonly FailedJob[]
  readonly timeZone: string
}

const KINDS: Readonly<Record<string, string>> = {
  [INSTALL_RELEASE]: 'Installing a release or unit limits',
  [REPRICE]: 'Re-pricing a log',
}

/** What each was to do, why it did not, and the id under which the log of the server names it. */
export function FailedJobs({ jobs, timeZone }: FailedJobsProps) {
  return (
    <ul className="border-t border-strong-rule">
      {jobs.map(({ id, kind, reason, attempts, finishedAt }) => (
        <li key={id} className="grid gap-1 border-b border-rule py-3 text-14 leading-[1.5]">
          <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="font-strong">{KINDS[kind] ?? kind}</span>
            <span className="text-13 text-ink-2">{formatInstant(new Date(finishedAt), timeZone)}</span>
            <span className="text-13 text-ink-2">begun {plural(attempts, 'time')}</span>
          </span>
          <span className="max-w-[80ch] wrap-anywhere text-ink-2">{reason}</span>
          <code className="text-13 wrap-anywhere text-ink-2 select-all">{id}</code>
        </li>
      ))}
    </ul>
  )
}
