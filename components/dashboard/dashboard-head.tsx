import type { ReactNode } from 'react'
import type { Staleness } from '../../lib/domain/crediting/staleness'
import { StaleNote } from '../case/stale-note'
import { PageHead } from '../shell/page-head'
import { Finding } from '../ui/finding'
import { MetaLine } from '../ui/meta-line'
import type { Submit } from '../account/use-form'
import { SampleTagForm } from './sample-tag-form'

interface DashboardHeadProps {
  readonly facts: readonly ReactNode[]
  readonly finding: string
  readonly hasSample: boolean
  /** False: the numbers are their own, and sample cases are waiting to be cleared. */
  readonly sample: boolean
  readonly clearSample: Submit<unknown>
  readonly stale: Staleness
}

/** Where, as of when, for whom; then the one sentence of the page. */
export function DashboardHead({ facts, finding, hasSample, sample, clearSample, stale }: DashboardHeadProps) {
  const said = hasSample && !sample ? [...facts, 'Your own cases alone; sample cases are left out'] : facts
  return (
    <PageHead>
      <MetaLine here="Dashboard" facts={said} sample={hasSample ? <SampleTagForm clear={clearSample} /> : undefined} />
      <Finding level={1}>{finding}</Finding>
      <StaleNote stale={stale} />
    </PageHead>
  )
}

/** A row of the page under a hairline; twelve columns on wide screens. */
export function DashboardRow({ first = false, children }: { readonly first?: boolean; readonly children: ReactNode }) {
  return <div className={`cols-12 pt-s-5 pb-s-6 ${first ? '' : 'border-t border-rule'}`}>{children}</div>
}

const spans = { 4: 'lg:col-span-4', 6: 'lg:col-span-6', 8: 'lg:col-span-8', 12: 'col-span-full' } as const

export function Column({ span, children }: { readonly span: keyof typeof spans; readonly children: ReactNode }) {
  return <div className={`min-w-0 col-span-full ${spans[span]}`}>{children}</div>
}
