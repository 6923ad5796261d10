import type { ReactNode } from 'react'
import type { NavItem } from './nav-link'

/** Where a person goes next from a public page: the second is the main button. */
export type Ends = readonly [NavItem, NavItem]
export interface EndsOf {
  readonly stranger: Ends
  /** Who has a session open in this browser. */
  readonly member: Ends
}

/** Both stand in a page that is the same for everyone; the head's script has said which one shows. */
export function ForWhom({ ends, draw }: { readonly ends: EndsOf; readonly draw: (ends: Ends) => ReactNode }) {
  return (
    <>
      <span data-for="stranger">{draw(ends.stranger)}</span>
      <span data-for="member">{draw(ends.member)}</span>
    </>
  )
}
