import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CaseEditor } from '@/components/case/case-editor'
import { CaseLedger } from '@/components/case/case-ledger'
import { asText } from '@/components/case/line-text'
import { DeleteCase } from '@/components/case/delete-case'
import { CaseReport } from '@/components/report/case-report'
import { PageHead } from '@/components/shell/page-head'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { SectionTitle } from '@/components/ui/finding'
import { MetaLine } from '@/components/ui/meta-line'
import { readDate } from '@/lib/domain/shared/date'
import { loadCase } from '@/lib/features/cases/loaders'
import { formatWeekday } from '@/lib/format/date'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Case' }

export default async function CasePage({ params }: { readonly params: Promise<{ id: string }> }) {
  const { id } = await params
  await requireMe(`/cases/${id}`)
  const found = await loadCase(id)
  if (!found) notFound()
  const { item, answer, titles } = found
  const date = readDate(item.dateOfService)
  return (
    <>
      <PageHead>
        <Breadcrumb
          crumbs={[{ label: 'Cases', href: '/cases' }, { label: date ? formatWeekday(date) : item.dateOfService }]}
        />
        <MetaLine
          here={`Case of ${date ? formatWeekday(date) : item.dateOfService}`}
          isHeading
          facts={item.sample ? ['Sample data'] : []}
        />
      </PageHead>
      <CaseLedger item={item} titles={titles} />
      <section className="mt-s-6 grid max-w-[744px] gap-s-4">
        <SectionTitle>Change it</SectionTitle>
        <CaseEditor key={item.version} circumstances={item} lines={item.lines.map(asText)} saved={item} />
        <DeleteCase id={item.id} version={item.version} />
      </section>
      <div className="mt-s-6">
        <CaseReport item={item} answer={answer} />
      </div>
    </>
  )
}
