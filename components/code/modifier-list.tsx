import Link from 'next/link'
import type { ModifierLink } from '@/lib/features/modifiers/schema'

/** Modifiers in columns, in the order of the rules. */
export function ModifierList({ modifiers }: { readonly modifiers: readonly ModifierLink[] }) {
  return (
    <ul aria-label="Modifiers" className="columns-1 gap-x-gutter text-14 sm:columns-2 lg:columns-3">
      {modifiers.map(({ modifier, title, url }) => (
        <li key={modifier} className="break-inside-avoid">
          <Link
            href={url}
            prefetch={false}
            className="grid grid-cols-[2.5rem_minmax(0,1fr)] items-center gap-3 border-b border-rule py-2 leading-data text-ink no-underline hover:bg-well max-sm:min-h-hit pointer-coarse:min-h-hit"
          >
            <b className="font-strong">{modifier}</b>
            <span>{title}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
