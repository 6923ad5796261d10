'use client'

import { useRef, useState } from 'react'
import { callApi } from '@/lib/client/api'
import { isCode } from '@/lib/domain/calculator/draft'
import type { CodeItem, CodeList } from '@/lib/features/catalog/schema'
import { usePreferredSpecialty } from './preferred-specialty'

const MOST_SHOWN = 6
const PAUSE_MS = 120

/** What the words typed may mean, best first; `at` is the one that the arrows stand on, -1 for none. */
export function useCodeSuggestions() {
  const prefer = usePreferredSpecialty()
  const [found, setFound] = useState<readonly CodeItem[]>([])
  const [at, setAt] = useState(-1)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const turn = useRef(0)
  const close = () => {
    turn.current += 1
    clearTimeout(timer.current)
    setFound([])
    setAt(-1)
  }
  const look = (text: string) => {
    close()
    // A whole code needs no list; modifiers typed behind one are no search.
    if (text.trim().length < 2 || isCode(text) || text.includes('-')) return
    const mine = turn.current
    timer.current = setTimeout(() => {
      const query = new URLSearchParams({ q: text.trim(), limit: String(MOST_SHOWN), ...(prefer ? { prefer } : {}) })
      void callApi<CodeList>('GET', `/api/v1/codes?${query.toString()}`).then((result) => {
        if (mine === turn.current) setFound(result.ok ? result.value.items : [])
      })
    }, PAUSE_MS)
  }
  return { found, at, setAt, look, close }
}
