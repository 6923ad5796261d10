import type { ReactNode } from 'react'

interface MetaLineProps {
  /** Where one is. It is the page's heading unless a finding below is. */
  readonly here: string
  readonly isHeading?: boolean
  readonly facts?: readonly ReactNode[]
  /** A `SampleTag` in its form. */
  readonly sample?: ReactNode
}

/** The first line of a page of the application: where, as of when, for whom. */
export function MetaLine({ here, isHeading = false, facts = [], sample }: MetaLineProps) {
  const Here = isHeading ? 'h1' : 'p'
  return (
    <div className="mb-3 flex flex-wrap items-baseline gap-x-4 gap-y-1 text-14 leading-[1.6] text-ink-2">
      <Here className="font-strong text-ink">{here}</Here>
      {facts.map((fact, at) => (
        <span key={at}>{fact}</span>
      ))}
      {sample}
    </div>
  )
}
