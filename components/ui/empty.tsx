import type { ReactNode } from 'react'
import { Finding, type HeadingLevel } from './finding'

interface EmptyProps {
  /** "Nothing logged in September yet" */
  readonly title: string
  readonly level?: HeadingLevel
  /** What will be here, and how to get it there. */
  readonly children: ReactNode
  /** One button, and sample data beside it. */
  readonly actions?: ReactNode
}

export function Empty({ title, level = 3, children, actions }: EmptyProps) {
  return (
    <div className="max-w-[52ch] py-s-6">
      <Finding level={level} size={level === 1 ? 'page' : 'chart'}>
        {title}
      </Finding>
      <div className="mt-2 text-14 leading-[1.5] text-pretty text-ink-2">{children}</div>
      {actions && <div className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">{actions}</div>}
    </div>
  )
}
