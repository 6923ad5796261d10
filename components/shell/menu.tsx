'use client'

import { useRef, type KeyboardEvent, type MouseEvent, type FocusEvent, type ReactNode } from 'react'

interface MenuProps {
  /** Said aloud when the button shows no words. */
  readonly label?: string
  readonly button: ReactNode
  readonly buttonClass: string
  readonly panelClass: string
  readonly children: ReactNode
}

/** Opens without script, being `details`; with it, Escape, a choice or leaving closes it. */
export function Menu({ label, button, buttonClass, panelClass, children }: MenuProps) {
  const whole = useRef<HTMLDetailsElement>(null)
  const close = () => whole.current?.removeAttribute('open')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !whole.current?.open) return
    close()
    whole.current.querySelector('summary')?.focus()
  }
  const onClick = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) close()
  }
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget instanceof Node && !whole.current?.contains(event.relatedTarget)) close()
  }
  return (
    <details ref={whole} className="relative" onKeyDown={onKeyDown} onClick={onClick} onBlur={onBlur}>
      <summary className={buttonClass} aria-label={label}>
        {button}
      </summary>
      <div className={panelClass}>{children}</div>
    </details>
  )
}
