import type { ComponentProps } from 'react'

/** Stands wherever the numbers are not the user's own, and clears them. In a form it submits, so it works without script. */
export function SampleTag(props: Readonly<Omit<ComponentProps<'button'>, 'className' | 'children'>>) {
  return (
    <button
      {...props}
      className="thumb rounded-1 border border-dashed border-control px-[7px] py-0.5 text-12 leading-[1.5] font-strong whitespace-nowrap text-ink-2 hover:border-ink-2 hover:text-ink"
    >
      Sample data, clear
    </button>
  )
}
