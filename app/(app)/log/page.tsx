import type { Metadata } from 'next'
import { QuickLog } from '@/components/quick-log/quick-log'
import { Today } from '@/components/quick-log/today'
import { SampleTagForm } from '@/components/dashboard/sample-tag-form'
import { PageHead } from '@/components/shell/page-head'
import { MetaLine } from '@/components/ui/meta-line'
import { dateIn } from '@/lib/domain/shared/date'
import { placeOfService } from '@/lib/domain/schedule/place-of-service'
import { loadDay } from '@/lib/features/cases/loaders'
import { loadPolicyOn } from '@/lib/features/policies/loaders'
import { loadWorkplaces } from '@/lib/features/profile/loaders'
import { clearSampleAction } from '@/lib/features/samples/actions'
import { loadHasSample } from '@/lib/features/samples/loaders'
import { knownCodes } from '@/lib/features/quick-log/service'
import { formatWeekday } from '@/lib/format/date'
import { now } from '@/lib/server/clock'
import { requireMe } from '../require-me'

export const metadata: Metadata = { title: 'Log' }

/** Longer than any day; the address is not the place for a list. */
const LONGEST_ASKED = 200

type Query = { readonly searchParams: Promise<{ readonly text?: string | string[] }> }

/** What `/log?text=47562` asks to have typed; '' where it asks nothing. */
async function askedOf({ searchParams }: Query): Promise<string> {
  const { text } = await searchParams
  return typeof text === 'string' ? text.slice(0, LONGEST_ASKED) : ''
}

export default async function LogPage(query: Query) {
  const asked = await askedOf(query)
  const me = await requireMe(asked ? `/log?text=${encodeURIComponent(asked)}` : '/log')
  const today = dateIn(me.timeZone, now())
  const [day, [workplace], known, sample] = await Promise.all([
    loadDay(me.timeZone),
    loadWorkplaces(),
    knownCodes(),
    loadHasSample(),
  ])
  const { name: policy } = await loadPolicyOn(workplace?.id, today)
  const place = workplace?.placeOfService ?? '22'
  return (
    <>
      <PageHead>
        <MetaLine
          here="Log"
          isHeading
          sample={sample && <SampleTagForm clear={clearSampleAction} />}
          facts={[
            formatWeekday(today),
            `${place} ${placeOfService(place).name}`,
            `${workplace?.name ?? ''}, ${policy}`,
          ]}
        />
      </PageHead>
      <div className="grid gap-x-gutter lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <QuickLog today={today} known={known} initial={asked} />
        {day && <Today {...day} />}
      </div>
    </>
  )
}
