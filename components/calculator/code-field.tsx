'use client'

import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { callApi } from '@/lib/client/api'
import { isCode } from '@/lib/domain/calculator/draft'
import type { CodeItem, CodeList } from '@/lib/features/catalog/schema'
import { formatWorkRvu } from '@/lib/format/number'
import { TextField } from '../ui/field'

interface CodeFieldProps {
  readonly label: ReactNode
  readonly value: string
  readonly error: string | undefined
  /** The cursor goes there when the line is new. */
  readonly fresh: boolean
  readonly onChange: (text: string) => void
  /** A code was chosen from the list. */
  readonly onPick: (code: string) => void
  readonly onEnter: () => void
}

const MOST_SHOWN = 6
const PAUSE_MS = 120

/** A code, or words for it: what they may mean is offered below, for the arrows and Enter. */
export function CodeField({ label, value, error, fresh, onChange, onPick, onEnter }: CodeFieldProps) {
  const list = useId()
  const [left, setLeft] = useState(false)
  const { found, at, setAt, look, close } = useSuggestions()
  const pick = (item: CodeItem) => {
    close()
    onPick(item.code)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const item = found[at]
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt(Math.min(at + 1, found.length - 1)),
      ArrowUp: () => setAt(Math.max(at - 1, -1)),
      Escape: close,
      Enter: item ? () => pick(item) : onEnter,
    }
    const act = acts[event.key]
    if (!act || (found.length === 0 && event.key !== 'Enter')) return
    event.preventDefault()
    act()
  }
  return (
    <div className="relative">
      <TextField
        label={label}
        value={value}
        error={left ? error : undefined}
        onChange={(event) => {
          setLeft(false)
          onChange(event.target.value)
          look(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setLeft(true)
          close()
        }}
        autoFocus={fresh}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={60}
      />
      <Suggestions id={list} found={found} at={at} onPick={pick} />
    </div>
  )
}

interface SuggestionsProps {
  readonly id: string
  readonly found: readonly CodeItem[]
  readonly at: number
  readonly onPick: (item: CodeItem) => void
}

function Suggestions({ id, found, at, onPick }: SuggestionsProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-label="Codes"
      className="absolute z-20 mt-1 w-[min(460px,calc(100vw-2*var(--margin)))] overflow-hidden rounded-2 bg-float py-1 shadow-float empty:hidden"
    >
      {found.map((item, index) => (
        <li
          key={item.code}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          // Not click: the field would lose the focus first, and the list with it.
          onPointerDown={(event) => {
            event.preventDefault()
            onPick(item)
          }}
          className="flex min-h-hit cursor-pointer items-baseline gap-3 px-3 py-2 text-14 leading-data hover:bg-well aria-selected:bg-well-2"
        >
          <span className="font-strong tracking-[0.015em]">{item.code}</span>
          <span className="min-w-0 flex-1">{item.title}</span>
          <span className="text-13 text-ink-2">{item.workRvu === null ? '–' : formatWorkRvu(item.workRvu)}</span>
        </li>
      ))}
    </ul>
  )
}

function useSuggestions() {
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
      const query = new URLSearchParams({ q: text.trim(), limit: String(MOST_SHOWN) })
      void callApi<CodeList>('GET', `/api/v1/codes?${query.toString()}`).then((result) => {
        if (mine === turn.current) setFound(result.ok ? result.value.items : [])
      })
    }, PAUSE_MS)
  }
  return { found, at, setAt, look, close }
}
