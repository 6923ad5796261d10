import type { Metadata } from 'next'
import { CaseEditor } from '@/components/case/case-editor'
import { NEW_LINE } from '@/components/case/line-text'
import { PageHead } from '@/components/shell/page-head'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { MetaLine } from '@/components/ui/meta-line'
import { USUAL_ROLE } from '@/lib/domain/access/stage'
import { dateIn } from '@/lib/domain/shared/date'
import { loadWorkplaces } from '@/lib/features/profile/loaders'
import { Code } from '@/lib/features/schedule/schema'
import { now } from '@/lib/server/clock'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'New case' }

type Query = { readonly searchParams: Promise<{ readonly code?: string | string[] }> }

/** A case field by field: also for a code that no release has, with a value of one's own. */
export default async function NewCasePage({ searchParams }: Query) {
  const me = await requireMe('/cases/new')
  const asked = Code.safeParse((await searchParams).code)
  const [workplace] = await loadWorkplaces()
  const circumstances = {
    dateOfService: dateIn(me.timeZone, now()),
    placeOfService: workplace?.placeOfService ?? '22',
    role: USUAL_ROLE[me.stage ?? 'attending'],
    payer: 'other',
    label: '',
    minutes: null,
  }
  const line = asked.success ? { ...NEW_LINE, code: asked.data, open: true } : NEW_LINE
  return (
    <>
      <PageHead>
        <Breadcrumb crumbs={[{ label: 'Cases', href: '/cases' }, { label: 'New case' }]} />
        <MetaLine here="New case" isHeading />
      </PageHead>
      <div className="max-w-[744px]">
        <CaseEditor circumstances={circumstances} lines={[line]} saved={null} />
      </div>
    </>
  )
}
