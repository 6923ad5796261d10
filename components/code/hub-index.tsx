import Link from 'next/link'
import type { HubLink } from '@/lib/features/hubs/schema'
import { formatCount } from '@/lib/format/number'

/** Hubs in columns: name, how many codes, and the work RVU in the middle of them. */
export function HubIndex({ label, hubs }: { readonly label: string; readonly hubs: readonly HubLink[] }) {
  return (
    <ul aria-label={label} className="columns-1 gap-x-gutter text-14 sm:columns-2 lg:columns-3">
      {hubs.map((hub) => (
        <li key={hub.slug} className="break-inside-avoid">
          <Link
            href={`/cpt-codes/${hub.slug}`}
            prefetch={false}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-3 border-b border-rule py-2 leading-data text-ink no-underline hover:bg-well max-sm:py-3"
          >
            <span>
              {hub.name} <small className="ml-1 text-13 text-ink-3">{formatCount(hub.codes)}</small>
            </span>
            <span>
              {hub.medianWorkRvu ?? <span className="text-ink-3">–</span>}
              <span className="sr-only"> median work RVU</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
