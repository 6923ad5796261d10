import type { ReactNode } from 'react'

/** Facts in a line with hairlines between them. */
export function BadgeLine({ facts, label }: { readonly facts: readonly ReactNode[]; readonly label?: string }) {
  return (
    <ul className="facts flex flex-wrap gap-y-1 text-14 leading-[1.5] text-ink-2" aria-label={label}>
      {facts.map((fact, at) => (
        <li key={at} className="inline-flex">
          {fact}
        </li>
      ))}
    </ul>
  )
}

type BadgeTone = 'plain' | 'warn' | 'bad'

const tones: Record<BadgeTone, string> = {
  plain: 'border-rule-2 text-ink-2',
  warn: 'border-warn-line bg-warn-wash text-warn-ink',
  bad: 'border-current bg-bad-wash text-bad',
}

/** A state in one or two words; the words carry it, the tone only helps. */
export function Badge({ tone = 'plain', children }: { readonly tone?: BadgeTone; readonly children: ReactNode }) {
  return (
    <span
      className={`inline-block rounded-1 border px-1.5 py-px text-12 leading-[1.5] whitespace-nowrap ${tones[tone]}`}
    >
      {children}
    </span>
  )
}
