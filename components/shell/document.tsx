import type { ReactNode } from 'react'
import { HEAD_SCRIPT } from './head-script'

/** The html of every page. The script sets the theme that a person chose before anything is painted. */
export function Document({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: HEAD_SCRIPT }} />
      </head>
      <body>{children}</body>
    </html>
  )
}
