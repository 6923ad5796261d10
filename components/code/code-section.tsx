import type { ReactNode } from 'react'

interface CodeSectionProps {
  readonly id: string
  readonly title: string
  /** Sources and workings, beside what they explain. */
  readonly margin?: ReactNode
  /** `read` belongs to the section above it: no rule between. */
  readonly kind?: 'read' | 'part'
  readonly children: ReactNode
}

const grid = 'grid grid-cols-[minmax(0,1fr)] gap-x-[40px] gap-y-3 lg:grid-cols-[196px_minmax(0,744px)_minmax(0,1fr)]'
const kinds = { read: 'py-2.5', part: 'border-t border-rule py-s-6' } as const

/** Its head hangs in the left column; one column where there is no room. */
export function CodeSection({ id, title, margin, kind = 'part', children }: CodeSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className={`${grid} ${kinds[kind]}`}>
      <h2 id={`${id}-title`} className="pt-[3px] text-18 leading-[1.4] font-strong lg:text-14">
        {title}
      </h2>
      <div className="min-w-0">{children}</div>
      {margin && <div className="text-13 leading-[1.5] text-ink-2">{margin}</div>}
    </section>
  )
}

/** A sentence or two of reading text. */
export const Prose = ({ children }: { readonly children: ReactNode }) => (
  <p className="max-w-(--measure) text-pretty">{children}</p>
)
