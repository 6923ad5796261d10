import type { ReactNode } from 'react'
import { THEME_SCRIPT } from './theme-script'

/** The html of every page. The script sets the theme that a person chose before anything is painted. */
export function Document({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
