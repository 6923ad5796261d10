'use client'

import { useState } from 'react'
import { Segmented } from '../ui/segmented'
import { isTheme, type Theme } from './theme'

interface ThemeToggleProps {
  /** What the cookie said when the page was made. */
  readonly value: Theme
  readonly onChoose?: (theme: Theme) => void
}

/** The system's theme until a person chooses; the choice is kept in a cookie, so the next page is made in it. */
export function ThemeToggle({ value, onChoose = keepTheme }: ThemeToggleProps) {
  const [chosen, setChosen] = useState(value)
  const choose = (next: string) => {
    if (!isTheme(next)) return
    setChosen(next)
    show(next)
    onChoose(next)
  }
  return (
    <Segmented
      legend="Theme"
      name="theme"
      chosen={chosen}
      onChoose={choose}
      segments={[
        { value: 'system', label: 'System' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
    />
  )
}

function show(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

const year = 31_536_000

function keepTheme(theme: Theme) {
  const age = theme === 'system' ? 0 : year
  const secure = window.location.protocol === 'https:' ? '; secure' : ''
  document.cookie = `theme=${theme}; path=/; max-age=${age}; samesite=lax${secure}`
}
