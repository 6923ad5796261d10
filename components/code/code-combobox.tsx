'use client'

import { useId, type ComponentProps, type KeyboardEvent } from 'react'
import type { CodeItem } from '@/lib/features/catalog/schema'
import { formatWorkRvu } from '@/lib/format/number'
import { TextField } from '../ui/field'
import { useCodeSuggestions } from './use-code-suggestions'

type CodeComboboxProps = Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onKeyDown' | 'role'> & {
  readonly value: string
  readonly onType: (text: string) => void
  /** A code was chosen from the list. */
  readonly onPick: (item: CodeItem) => void
  /** Enter where none is chosen; where absent, the form is sent. */
  readonly onEnter?: () => void
}

/** A code, or words for it: what they may mean is offered below, for the arrows and Enter. */
export function CodeCombobox({ value, onType, onPick, onEnter, onBlur, ...field }: CodeComboboxProps) {
  const list = useId()
  const { found, at, setAt, look, close } = useCodeSuggestions()
  const pick = (item: CodeItem) => {
    close()
    onPick(item)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const item = found[at]
    const acts: Readonly<Record<string, (() => void) | undefined>> = {
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
        {...field}
        value={value}
        onChange={(event) => {
          onType(event.target.value)
          look(event.target.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          onBlur?.(event)
          close()
        }}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${list}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
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
