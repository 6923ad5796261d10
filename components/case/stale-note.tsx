import Link from 'next/link'
import type { StaleCases } from '@/lib/features/repricing/schema'
import { plural } from '@/lib/format/number'
import { Note } from '../ui/source-line'

/** A saved number does not move by itself: this says that it could. */
export function StaleNote({ stale: { cases, releases } }: { readonly stale: StaleCases }) {
  if (cases === 0) return null
  return (
    <div className="mt-3">
      <Note>
        {plural(cases, 'case')} {cases === 1 ? 'was' : 'were'} saved before {releases.join(', ')} was installed.{' '}
        <Link href="/cases/repricing">See what it would change</Link>
      </Note>
    </div>
  )
}
