'use client'

import { useEffect, useId, useRef, useState, type ReactNode } from 'react'

interface DottedNumberProps {
  /** As printed; never cut off. */
  readonly value: string
  /** For a screen reader, when the value alone does not say what it counts. */
  readonly label?: string
  /** Usually a `Working`. */
  readonly children: ReactNode
  /** `over` floats on wide screens and opens in place on a phone; `below` opens in place everywhere. */
  readonly place?: 'over' | 'below'
  /** The edge that the floating working keeps in line with its number. */
  readonly align?: 'left' | 'right'
}

/** A number that opens to its working. One is open at a time: pointing elsewhere or Escape closes it. */
export function DottedNumber({ value, label, children, place = 'over', align = 'right' }: DottedNumberProps) {
  const [open, setOpen] = useState(false)
  const panel = useId()
  const whole = useRef<HTMLSpanElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  useDismiss(open, whole, (byKey) => {
    setOpen(false)
    if (byKey) button.current?.focus()
  })
  return (
    <span ref={whole} className="x-place">
      <DottedButton
        ref={button}
        value={value}
        label={label}
        open={open}
        panel={panel}
        onToggle={() => setOpen(!open)}
      />
      {open && (
        <div
          id={panel}
          role="region"
          aria-label={`Why ${value}`}
          className="x-panel"
          data-over={place === 'over'}
          data-align={align}
        >
          {children}
        </div>
      )}
    </span>
  )
}

interface DottedButtonProps {
  readonly value: string
  readonly label?: string | undefined
  readonly open: boolean
  readonly panel: string
  readonly onToggle: () => void
  readonly ref?: React.Ref<HTMLButtonElement>
}

/** The number alone, for whoever keeps the open state elsewhere (the ledger opens a row under it). */
export function DottedButton({ value, label, open, panel, onToggle, ref }: DottedButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className="x"
      aria-expanded={open}
      aria-controls={open ? panel : undefined}
      aria-label={label && `${value}, ${label}`}
      onClick={onToggle}
    >
      {value}
    </button>
  )
}

function useDismiss(open: boolean, inside: React.RefObject<HTMLElement | null>, close: (byKey: boolean) => void) {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!open) return
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !inside.current?.contains(event.target)) latest.current(false)
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') latest.current(true)
    }
    document.addEventListener('pointerdown', onPointer)
    document.addEventListener('keydown', onKey)
    return () => {
      document.removeEventListener('pointerdown', onPointer)
      document.removeEventListener('keydown', onKey)
    }
  }, [open, inside])
}
