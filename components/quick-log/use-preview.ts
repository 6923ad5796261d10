'use client'

import { useEffect, useRef, useState } from 'react'
import { callApi } from '@/lib/client/api'
import type { Preview } from '@/lib/features/quick-log/schema'

/** Long enough to skip the middle of a burst of keys, short enough to feel live. */
const PAUSE_MS = 60

export type Previewing = {
  /** What was read of `text`; of an earlier text while the answer for this one is under way. */
  readonly preview: Preview | null
  readonly text: string
  readonly problem: string | null
  /** Waits for the reading of exactly this text. */
  readonly settle: (text: string) => Promise<Preview | null>
}

/** Reads the text on the server as it is typed: the newest request wins, older ones are dropped. */
export function usePreview(text: string): Previewing {
  const [answer, setAnswer] = useState<{ text: string; preview: Preview | null; problem: string | null }>({
    text: '',
    preview: null,
    problem: null,
  })
  const running = useRef<AbortController | null>(null)
  const ask = useRef(async (wanted: string) => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    const result = await callApi<Preview>('POST', '/api/v1/cases/preview', {
      body: { text: wanted },
      signal: control.signal,
    })
    if (control.signal.aborted) return null
    setAnswer((before) => ({
      text: wanted,
      preview: result.ok ? result.value : before.preview,
      problem: result.ok ? null : result.error.message,
    }))
    return result.ok ? result.value : null
  })
  useEffect(() => {
    if (text.trim() === '') return
    const timer = setTimeout(() => void ask.current(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  const blank = text.trim() === ''
  return {
    preview: blank ? null : answer.preview,
    text: blank ? '' : answer.text,
    problem: blank ? null : answer.problem,
    settle: async (wanted) => (answer.text === wanted && answer.preview ? answer.preview : ask.current(wanted)),
  }
}
