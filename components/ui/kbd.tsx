import type { ReactNode } from 'react'

/** A key as it is printed on the keyboard. */
export function Kbd({ children }: { readonly children: ReactNode }) {
  return <kbd className="rounded-1 border border-current px-1.5 text-12 leading-[1.5] font-regular">{children}</kbd>
}
