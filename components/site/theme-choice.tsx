'use client'

import { useSyncExternalStore } from 'react'
import type { Theme } from '../shell/theme'
import { ThemeToggle } from '../shell/theme-toggle'

/** The page was made for everyone; what this person chose stands on the html element since the first paint. */
export function ThemeChoice() {
  const chosen = useSyncExternalStore(nothingToWatch, readTheme, () => 'system' as const)
  return <ThemeToggle key={chosen} value={chosen} />
}

const nothingToWatch = () => () => undefined

function readTheme(): Theme {
  const theme = document.documentElement.dataset['theme']
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}
