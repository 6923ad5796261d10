'use client'

import { createContext, useContext, type ReactNode } from 'react'

const Preferred = createContext<string | null>(null)

/** The slug of one's own specialty, whose codes a search offers first; null where it is not known. */
export const usePreferredSpecialty = (): string | null => useContext(Preferred)

export function PreferredSpecialty({ slug, children }: { readonly slug: string | null; readonly children: ReactNode }) {
  return <Preferred value={slug}>{children}</Preferred>
}
