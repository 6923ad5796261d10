import type { ComponentProps, ReactNode } from 'react'

interface BulkBarProps {
  /** "3 selected" */
  readonly count: string
  /** "14.98 credited" */
  readonly sum: string
  readonly actions: ReactNode
  /** Apart from the rest: delete, done. */
  readonly last: ReactNode
}

/** Floats at the bottom while rows are chosen. */
export function BulkBar({ count, sum, actions, last }: BulkBarProps) {
  return (
    <div
      role="toolbar"
      aria-label={count}
      data-screen
      className="sticky bottom-[calc(var(--tabs-height)+var(--s-4))] z-30 mt-3 flex min-h-14 flex-wrap items-center gap-x-4 gap-y-1 rounded-2 bg-ink py-2 pr-2 pl-5 text-14 text-paper shadow-float [&_:focus-visible]:outline-paper"
    >
      <b aria-live="polite">{count}</b>
      <span>{sum}</span>
      <span aria-hidden className="h-6 w-px bg-current opacity-30 max-sm:hidden" />
      <div className="flex flex-1 flex-wrap items-center max-sm:order-2 max-sm:basis-full">{actions}</div>
      <div className="ml-auto flex items-center">{last}</div>
    </div>
  )
}

export function BulkButton(props: Readonly<Omit<ComponentProps<'button'>, 'className'>>) {
  return (
    <button
      {...props}
      type={props.type ?? 'button'}
      className="min-h-[38px] rounded-1 px-3 whitespace-nowrap hover:underline focus-visible:-outline-offset-2 max-sm:min-h-hit"
    />
  )
}
