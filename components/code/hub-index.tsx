import Link from 'next/link'
import type { HubLink } from '@/lib/features/catalog/schema'
import { formatCount } from '@/lib/format/number'

interface HubIndexProps {
  readonly label: string
  /** What each is: "Category". */
  readonly head: string
  readonly hubs: readonly HubLink[]
}

/** Hubs in columns, each column with its head: name, how many codes, and the work RVU in the middle of them. */
export function HubIndex({ label, head, hubs }: HubIndexProps) {
  return (
    <div>
      <Heads head={head} count={hubs.length} />
      <List label={label} hubs={hubs} />
    </div>
  )
}

/** For the eyes alone: each entry says to the ear what its number is. */
function Heads({ head, count }: { readonly head: string; readonly count: number }) {
  // Columns fill one after the other, so a few entries leave the last of three empty.
  const columns = Math.ceil(count / Math.ceil(count / MOST_COLUMNS))
  return (
    <div aria-hidden="true" className="grid gap-x-gutter sm:grid-cols-2 lg:grid-cols-3">
      {SHOWN_FROM.slice(0, columns).map((shown) => (
        <span
          key={shown}
          className={`${shown} justify-between gap-3 border-b border-strong-rule pb-1.5 text-13 leading-data font-strong text-ink-2`}
        >
          <span>{head}, codes</span>
          <span>Median work RVU</span>
        </span>
      ))}
    </div>
  )
}

const MOST_COLUMNS = 3
const SHOWN_FROM = ['flex', 'hidden sm:flex', 'hidden lg:flex']

function List({ label, hubs }: Omit<HubIndexProps, 'head'>) {
  return (
    <ul aria-label={label} className="columns-1 gap-x-gutter text-14 sm:columns-2 lg:columns-3">
      {hubs.map((hub) => (
        <li key={hub.url} className="break-inside-avoid">
          <Link
            href={hub.url}
            prefetch={false}
            className="grid grid-cols-[minmax(0,1fr)_auto] gap-3 border-b border-rule items-center py-2 leading-data text-ink no-underline hover:bg-well max-sm:min-h-hit pointer-coarse:min-h-hit"
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
