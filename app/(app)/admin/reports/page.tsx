import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { ReportList } from '@/components/admin/report-list'
import { PageHead } from '@/components/shell/page-head'
import { Empty } from '@/components/ui/empty'
import { Finding } from '@/components/ui/finding'
import { MetaLine } from '@/components/ui/meta-line'
import { answerReportAction } from '@/lib/features/reports/actions'
import { loadReports } from '@/lib/features/reports/loaders'
import { plural } from '@/lib/format/number'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Reports' }

type Props = { readonly searchParams: Promise<{ readonly after?: string | string[] }> }

export default async function ReportsPage({ searchParams }: Props) {
  const me = await requireMe('/admin/reports', false)
  const page = await loadReports([(await searchParams).after].flat()[0])
  if (!page) notFound()
  const open = page.items.filter(({ answeredAt }) => answeredAt === null).length
  if (page.items.length === 0) {
    return (
      <Empty title="No number was reported as wrong yet" level={1}>
        Whoever doubts a number in the calculator, in a case or on the page of a code can say so there, and it comes
        here with the number as they saw it.
      </Empty>
    )
  }
  return (
    <>
      <PageHead>
        <MetaLine here="Reports" facts={['the newest first', 'kept for a year']} />
        <Finding level={1}>
          {open === 0
            ? 'Every report here is answered'
            : `${plural(open, 'report')} on this page waiting for an answer`}
        </Finding>
      </PageHead>
      <ReportList items={page.items} timeZone={me.timeZone} mark={answerReportAction} />
      {page.nextCursor && (
        <p className="mt-4 text-14">
          <Link href={`/admin/reports?after=${page.nextCursor}`} className="thumb">
            Earlier reports
          </Link>
        </p>
      )}
    </>
  )
}
