export type Theme = 'system' | 'light' | 'dark'

export function isTheme(value: string | undefined): value is Theme {
  return value === 'system' || value === 'light' || value === 'dark'
}
