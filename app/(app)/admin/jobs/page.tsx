import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { FailedJobs } from '@/components/admin/failed-jobs'
import { PageHead } from '@/components/shell/page-head'
import { Empty } from '@/components/ui/empty'
import { Finding } from '@/components/ui/finding'
import { MetaLine } from '@/components/ui/meta-line'
import { loadFailedJobs } from '@/lib/features/jobs/loaders'
import { plural } from '@/lib/format/number'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Jobs' }

export default async function JobsPage() {
  const me = await requireMe('/admin/jobs', false)
  const jobs = await loadFailedJobs()
  if (!jobs) notFound()
  if (jobs.length === 0) {
    return (
      <Empty title="No job has failed" level={1}>
        Installing releases and re-pricing logs are done by jobs. One that fails, or that the server did not survive,
        stands here with the reason.
      </Empty>
    )
  }
  return (
    <>
      <PageHead>
        <MetaLine here="Jobs" facts={['the newest first']} />
        <Finding level={1}>{plural(jobs.length, 'job')} failed</Finding>
      </PageHead>
      <FailedJobs jobs={jobs} timeZone={me.timeZone} />
    </>
  )
}
