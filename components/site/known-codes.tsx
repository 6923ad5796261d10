import type { CodeCounts } from '@/lib/features/catalog/schema'
import { formatCount } from '@/lib/format/number'
import { Note } from '../ui/source-line'

/** How many codes are known here, and what brings the others. */
export function KnownCodes({ counts }: { readonly counts: CodeCounts }) {
  if (counts.newestOfficial) {
    return (
      <Note>
        {formatCount(counts.known)} codes known, from {counts.newestOfficial} and the releases before it;{' '}
        {formatCount(counts.described)} described in words.
      </Note>
    )
  }
  return (
    <Note>
      {formatCount(counts.known)} codes known, {formatCount(counts.described)} of them described: the built-in catalog.
      An administrator brings all the others by installing the official CMS release, under Releases or with{' '}
      <code className="text-12">npm run cms:import</code>.
    </Note>
  )
}
