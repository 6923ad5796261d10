import type { ReactNode } from 'react'

export interface Figure {
  readonly label: ReactNode
  /** The number; a `DottedNumber` where it has a working. */
  readonly number: ReactNode
  /** One line of meaning. */
  readonly meaning: ReactNode
}

type UpToFour =
  | readonly [Figure]
  | readonly [Figure, Figure]
  | readonly [Figure, Figure, Figure]
  | readonly [Figure, Figure, Figure, Figure]

/** At most four numbers under one heavy rule, divided by hairlines. Not cards; no icons, no arrows. */
export function Figures({ items }: { readonly items: UpToFour }) {
  return (
    <dl className="figures" style={{ '--figures': items.length } as React.CSSProperties}>
      {items.map((item, at) => (
        <div key={at}>
          <dt className="text-13 leading-data text-ink-2">{item.label}</dt>
          <dd className="mt-1 text-figure leading-[1.2] tracking-[-0.02em]">{item.number}</dd>
          <dd className="mt-1.5 text-13 leading-note text-ink-2">{item.meaning}</dd>
        </div>
      ))}
    </dl>
  )
}
