import type { InstallJob, InstallState } from '@/lib/features/installing/schema'
import { formatInstant, withDateWords } from '@/lib/format/date'
import { Badge } from '../ui/badge-line'
import { KeepFresh } from '../ui/keep-fresh'
import { installName } from './install-words'

interface InstallJobsProps {
  /** Newest first. */
  readonly jobs: readonly InstallJob[]
  /** Whether one of them is under way, or has only just ended. */
  readonly moving: boolean
  readonly timeZone: string
}

/** What was ordered last, how far it is or how it ended. While something moves the page keeps itself fresh. */
export function InstallJobs({ jobs, moving, timeZone }: InstallJobsProps) {
  return (
    <>
      {moving && <KeepFresh />}
      <ul aria-live="polite" className="border-t border-strong-rule">
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} timeZone={timeZone} />
        ))}
      </ul>
    </>
  )
}

const NAMES: Readonly<Record<InstallState, string>> = {
  queued: 'Waiting',
  running: 'Under way',
  done: 'Done',
  failed: 'Failed',
}
const MEANWHILE: Readonly<Record<InstallState, string>> = {
  queued: 'It begins in a few seconds.',
  running: 'It has begun.',
  done: '',
  failed: '',
}

function JobLine({ job, timeZone }: { readonly job: InstallJob; readonly timeZone: string }) {
  const { from, state, progress, createdAt, finishedAt } = job
  return (
    <li className="grid gap-1 border-b border-rule py-3 text-14 leading-[1.5]">
      <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-strong">
          {installName(job)} {from === 'cms' ? 'from CMS' : 'from a file'}
        </span>
        <Badge tone={state === 'failed' ? 'bad' : 'plain'}>{NAMES[state]}</Badge>
        <span className="text-13 text-ink-3">{formatInstant(new Date(finishedAt ?? createdAt), timeZone)}</span>
      </span>
      <span className="max-w-[80ch] wrap-anywhere text-ink-2">{withDateWords(progress || MEANWHILE[state])}</span>
      {state === 'failed' && from === 'cms' && <Otherwise />}
    </li>
  )
}

function Otherwise() {
  return (
    <span className="max-w-[80ch] text-ink-2">
      You can also download the zip in a browser and send it below, or run{' '}
      <code className="whitespace-nowrap">npm run cms:import -- FILE</code> on the server.
    </span>
  )
}
