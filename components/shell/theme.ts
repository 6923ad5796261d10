export type Theme = 'system' | 'light' | 'dark'

export function isTheme(value: string | undefined): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark'
}

/** What goes on the html element: nothing while the system decides. */
export function themeAttribute(cookie: string | undefined): 'light' | 'dark' | undefined {
  return cookie === 'light' || cookie === 'dark' ? cookie : undefined
}
