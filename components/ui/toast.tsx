'use client'

import { useEffect, useRef, useState } from 'react'

export interface ToastMessage {
  /** Changes with every message, so that the seconds start again. */
  readonly id: string
  /** What happened, with its number: "3 cases deleted, 14.98 wRVU". */
  readonly text: string
}

interface ToastProps {
  /** `null` keeps the place for the next one: a reader of the screen hears only what enters a place that was there. */
  readonly message: ToastMessage | null
  readonly onUndo?: () => void
  readonly onDone: () => void
  readonly seconds?: number
}

/** What happened and the way back. Waits while pointed at or focused. Never for an error that needs an action. */
export function Toast({ message, onUndo, onDone, seconds = 10 }: ToastProps) {
  return (
    <div
      role="status"
      data-screen
      className="pointer-events-none fixed bottom-[calc(var(--tabs-height)+var(--s-4)+env(safe-area-inset-bottom))] left-margin z-40 max-w-[calc(100vw-2*var(--margin))]"
    >
      {message && <ToastBody key={message.id} text={message.text} onUndo={onUndo} onDone={onDone} seconds={seconds} />}
    </div>
  )
}

interface ToastBodyProps {
  readonly text: string
  readonly onUndo: (() => void) | undefined
  readonly onDone: () => void
  readonly seconds: number
}

function ToastBody({ text, onUndo, onDone, seconds }: ToastBodyProps) {
  const [left, hold] = useSecondsLeft(seconds, onDone)
  return (
    <div
      className="pointer-events-auto inline-flex min-h-12 animate-open items-center gap-4 rounded-2 bg-ink pr-2 pl-4 text-14 leading-data text-paper shadow-float"
      onPointerEnter={() => hold(true)}
      onPointerLeave={() => hold(false)}
      onFocus={() => hold(true)}
      onBlur={() => hold(false)}
    >
      <span className="py-2">{text}</span>
      {onUndo && (
        <button
          type="button"
          className="min-h-hit px-3 font-strong underline underline-offset-3 focus-visible:-outline-offset-2 focus-visible:outline-paper"
          onClick={onUndo}
        >
          Undo
        </button>
      )}
      <span className="pr-2 text-12 whitespace-nowrap" aria-hidden>
        {left} s
      </span>
    </div>
  )
}

function useSecondsLeft(seconds: number, onDone: () => void) {
  const [left, setLeft] = useState(seconds)
  const held = useRef(false)
  const done = useRef(onDone)
  useEffect(() => {
    done.current = onDone
  })
  useEffect(() => {
    let rest = seconds
    const tick = setInterval(() => {
      if (held.current) return
      rest -= 1
      setLeft(rest)
      if (rest > 0) return
      clearInterval(tick)
      done.current()
    }, 1000)
    return () => clearInterval(tick)
  }, [seconds])
  const hold = (on: boolean) => {
    held.current = on
  }
  return [left, hold] as const
}
