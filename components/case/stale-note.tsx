import Link from 'next/link'
import type { Staleness } from '@/lib/domain/crediting/staleness'
import { Note } from '../ui/source-line'
import { staleWords } from './repricing-words'

/** A saved number does not move by itself: this says that it could. */
export function StaleNote({ stale }: { readonly stale: Staleness }) {
  if (stale.cases === 0) return null
  return (
    <div className="mt-3">
      <Note>
        {staleWords(stale)}. <Link href="/cases/repricing">See what it would change</Link>
      </Note>
    </div>
  )
}
