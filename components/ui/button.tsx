import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'

/** One main button a view; the second outlined, the third bare, and danger outlined, last and undoable. */
export type ButtonLook = 'main' | 'outline' | 'bare' | 'danger'

const shape =
  'inline-flex min-h-hit cursor-pointer items-center justify-center gap-2 rounded-2 border text-14 leading-tight whitespace-nowrap no-underline transition-colors duration-(--m-fast) ease-out disabled:cursor-not-allowed disabled:border-transparent disabled:bg-well-2 disabled:text-ink-3'
const looks: Record<ButtonLook, string> = {
  main: 'border-transparent bg-act px-4 font-strong text-on-act hover:bg-act-hover',
  outline: 'border-control bg-transparent px-4 font-strong text-ink hover:border-ink-2 hover:bg-well',
  bare: 'border-transparent bg-transparent px-2 text-link underline underline-offset-3 hover:bg-well',
  danger: 'border-current bg-transparent px-4 font-strong text-bad hover:bg-bad-wash',
}

function buttonClass(look: ButtonLook, wide: boolean): string {
  return `${shape} ${looks[look]}${wide ? ' w-full' : ''}`
}

interface Look {
  readonly look?: ButtonLook
  /** Fills its column; for forms on a phone and on the account pages. */
  readonly wide?: boolean
  readonly children: ReactNode
}

export function Button({
  look = 'main',
  wide = false,
  type = 'button',
  children,
  ...rest
}: Look & Readonly<Omit<ComponentProps<'button'>, 'className'>>) {
  return (
    <button {...rest} type={type} className={buttonClass(look, wide)} data-screen>
      {children}
    </button>
  )
}

/** Looks like a button and goes somewhere; an action never hides in a link. */
export function ButtonLink({
  look = 'main',
  wide = false,
  children,
  ...rest
}: Look & Readonly<Omit<ComponentProps<typeof Link>, 'className'>>) {
  return (
    <Link {...rest} className={buttonClass(look, wide)} data-screen>
      {children}
    </Link>
  )
}
