import type { ReactNode } from 'react'

export type HeadingLevel = 1 | 2 | 3

/** `opening` for the first words of a page or the name of a code; the rest follow the level. */
export type FindingSize = 'opening' | 'page' | 'section' | 'chart'

const sizes: Record<FindingSize, string> = {
  opening: 'text-44 leading-[1.1] tracking-[-0.018em]',
  page: 'text-34 leading-[1.14] tracking-[-0.012em]',
  section: 'text-26',
  chart: 'text-21',
}
const usual: Record<HeadingLevel, FindingSize> = { 1: 'page', 2: 'section', 3: 'chart' }

interface FindingProps {
  readonly level: HeadingLevel
  readonly size?: FindingSize
  readonly id?: string
  readonly children: ReactNode
}

/** A sentence that tells something, with its number, in the reading face. */
export function Finding({ level, size = usual[level], id, children }: FindingProps) {
  const Heading = `h${level}` as const
  return (
    <Heading id={id} className={`reading max-w-[38em] ${sizes[size]}`}>
      {children}
    </Heading>
  )
}

/** Names a part of the page to be looked up or operated; a label, so never in the reading face. */
export function SectionTitle({
  level = 2,
  id,
  children,
}: {
  readonly level?: 2 | 3
  readonly id?: string
  readonly children: ReactNode
}) {
  const Heading = `h${level}` as const
  return (
    <Heading id={id} className="text-18 leading-[1.3] font-strong tracking-[-0.005em]">
      {children}
    </Heading>
  )
}
