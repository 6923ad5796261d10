import type { Metadata } from 'next'
import { PressForm } from '@/components/account/press-form'
import { RepricedCases } from '@/components/case/repriced-cases'
import { RepricingProgress, RepricingStanding, RepricingSums } from '@/components/case/repricing-standing'
import { PageHead } from '@/components/shell/page-head'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { KeepFresh } from '@/components/ui/keep-fresh'
import { SourceLine } from '@/components/ui/source-line'
import {
  agreeAction,
  declineAction,
  goOnAction,
  startComparisonAction,
  takeBackAction,
} from '@/lib/features/repricing/actions'
import { loadRepricing } from '@/lib/features/repricing/loaders'
import type { RepricedCase, Repricing } from '@/lib/features/repricing/schema'
import { formatCount, plural } from '@/lib/format/number'
import { requireMe } from '../../require-me'

export const metadata: Metadata = { title: 'Re-pricing' }

export default async function RepricingPage() {
  await requireMe('/cases/repricing')
  const office = await loadRepricing()
  if (!office) return null
  const { latest, cases, stale } = office
  const shown = latest && SHOWN.includes(latest.state) && latest.cases > 0 ? latest : null
  return (
    <>
      {latest && isUnderWay(latest) && <KeepFresh />}
      <PageHead>
        <Breadcrumb crumbs={[{ label: 'Cases', href: '/cases' }, { label: 'Re-pricing' }]} />
        <div aria-live="polite" className="mt-2">
          <RepricingStanding latest={latest} stale={stale} />
        </div>
      </PageHead>
      <div className="grid max-w-[744px] gap-s-5">
        {latest && <RepricingProgress latest={latest} />}
        {shown && <RepricingSums latest={shown} />}
        <Answers latest={latest} />
        {shown && <Changes latest={shown} cases={cases} />}
      </div>
    </>
  )
}

const UNDER_WAY: readonly Repricing['state'][] = ['comparing', 'applying', 'taking-back']
const isUnderWay = ({ state, stopped }: Repricing): boolean => UNDER_WAY.includes(state) && !stopped
const SHOWN: readonly Repricing['state'][] = ['offered', 'applying', 'done']

function Changes({ latest, cases }: { readonly latest: Repricing; readonly cases: readonly RepricedCase[] }) {
  return (
    <>
      <RepricedCases cases={cases} />
      {cases.length < latest.cases && (
        <SourceLine>
          The {formatCount(cases.length)} largest changes of {plural(latest.cases, 'case')}.
        </SourceLine>
      )}
    </>
  )
}

/** What can be done about it. */
function Answers({ latest }: { readonly latest: Repricing | null }) {
  if (latest && isUnderWay(latest)) return null
  return (
    <div className="flex flex-wrap gap-3">{latest?.stopped ? <GoOn latest={latest} /> : <Say latest={latest} />}</div>
  )
}

function GoOn({ latest: { id, state } }: { readonly latest: Repricing }) {
  return (
    <>
      <PressForm press={goOnAction} fields={{ id }} label={state === 'comparing' ? 'Compare again' : 'Go on'} />
      {state === 'applying' && (
        <PressForm press={takeBackAction} fields={{ id }} label="Take back what was done" look="outline" />
      )}
    </>
  )
}

function Say({ latest }: { readonly latest: Repricing | null }) {
  if (latest?.state === 'offered') return <Offer latest={latest} />
  return (
    <>
      <PressForm press={startComparisonAction} label="Compare with today" />
      {latest?.state === 'done' && latest.applied > 0 && (
        <PressForm press={takeBackAction} fields={{ id: latest.id }} label="Take it back" look="outline" />
      )}
    </>
  )
}

function Offer({ latest: { id, cases } }: { readonly latest: Repricing }) {
  if (cases === 0) return <PressForm press={declineAction} fields={{ id }} label="Close it" />
  return (
    <>
      <PressForm press={agreeAction} fields={{ id }} label={`Re-price ${plural(cases, 'case')}`} />
      <PressForm press={declineAction} fields={{ id }} label="Keep them as they are" look="outline" />
    </>
  )
}
