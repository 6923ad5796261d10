import type { ReactNode } from 'react'

interface ChipProps {
  /** What was typed. */
  readonly text: string
  /** What belongs to it: "22", "2 units". */
  readonly parts?: readonly string[]
  /** `unsure`: the log cannot settle it. `typing`: not finished. */
  readonly state?: 'read' | 'unsure' | 'typing'
  readonly onRemove?: () => void
}

const states = {
  read: 'border border-rule-2',
  unsure: 'border-[1.5px] border-dashed border-warn-line',
  typing: 'border-[1.5px] border-focus',
} as const
const cell = 'inline-flex items-center px-2.5'

/** One thing that was typed, as it was read. */
export function Chip({ text, parts = [], state = 'read', onRemove }: ChipProps) {
  return (
    <span
      className={`inline-flex min-h-8 items-stretch overflow-hidden rounded-1 bg-paper text-14 leading-none max-sm:min-h-hit pointer-coarse:min-h-hit ${states[state]}`}
    >
      <span className={`${cell} font-strong tracking-[0.015em]`}>{text}</span>
      {parts.map((part) => (
        <span key={part} className={`${cell} border-l border-rule bg-well text-ink-2`}>
          {part}
        </span>
      ))}
      {state === 'unsure' && (
        <span className={`${cell} border-l border-rule bg-warn-wash font-strong text-warn-ink`}>
          <span aria-hidden>?</span>
          <span className="sr-only">needs an answer</span>
        </span>
      )}
      {onRemove && (
        <button
          type="button"
          onClick={onRemove}
          aria-label={`Remove ${text}`}
          className="border-l border-rule px-2.5 text-ink-3 hover:bg-well hover:text-ink focus-visible:-outline-offset-2 max-sm:min-w-hit pointer-coarse:min-w-hit"
        >
          ×
        </button>
      )}
    </span>
  )
}

/** The row that chips stand in. */
export function ChipRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label} className="flex flex-wrap items-center gap-2">
      {children}
    </div>
  )
}
