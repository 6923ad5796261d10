import type { ReactNode } from 'react'

/** The top of a page of the application: its meta line, then its finding or its filters. */
export function PageHead({ children }: { readonly children: ReactNode }) {
  return <div className="pt-s-6 pb-s-5 max-sm:pt-s-5 max-sm:pb-s-4">{children}</div>
}
