import Link from 'next/link'
import type { ReportedCode } from '@/lib/features/reports/schema'
import { formatDollarsAndCents } from '@/lib/format/number'
import { Finding } from '../ui/finding'
import { ReportForm } from './report-form'

/** What the page of a code showed, and what is wrong with it. */
export function CodeReport({ code, title, url, answer }: ReportedCode) {
  const [line] = answer.lines
  return (
    <div className="grid gap-s-5">
      <div>
        <Finding level={1}>Which number of {code} is wrong?</Finding>
        <p className="mt-2 max-w-(--measure) text-14 leading-note text-ink-2">
          {title}. {shown(line?.workRvu ?? null, line?.allowed ?? null, answer.release)}{' '}
          <Link href={url} prefetch={false}>
            Back to the code
          </Link>
        </p>
      </div>
      <ReportForm context="code" address={url} answer={answer} />
    </div>
  )
}

function shown(workRvu: string | null, allowed: string | null, release: string | null): string {
  const work = workRvu === null ? 'No work RVU' : `Work RVU ${workRvu}`
  const amount = allowed === null ? 'no national amount' : `${formatDollarsAndCents(allowed)} nationally`
  return `${work} and ${amount}${release === null ? '' : `, under ${release}`}, go along.`
}
