import type { Metadata } from 'next'
import type { ReactNode } from 'react'

/** Addresses here carry one-time secrets: they go to no other site and into no index. */
export const metadata: Metadata = { referrer: 'same-origin', robots: { index: false, follow: false } }

export default function AccountPages({ children }: { readonly children: ReactNode }) {
  return children
}
