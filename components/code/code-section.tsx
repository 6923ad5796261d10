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

/** Its head hangs in the left column; one column where there is no room. */
export function CodeSection({ id, title, margin, kind = 'part', children }: CodeSectionProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="code-section" data-kind={kind}>
      <h2 id={`${id}-title`}>{title}</h2>
      <div>{children}</div>
      {margin && <div>{margin}</div>}
    </section>
  )
}

/** A sentence or two of reading text. */
export const Prose = ({ children }: { readonly children: ReactNode }) => (
  <p className="max-w-(--measure) text-pretty">{children}</p>
)
