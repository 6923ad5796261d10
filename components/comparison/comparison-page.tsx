import Link from 'next/link'
import { MOST_COMPARED, type Comparison } from '@/lib/features/comparison/schema'
import { releaseWords } from '../code/release-words'
import { Breadcrumb } from '../ui/breadcrumb'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { TextField } from '../ui/field'
import { Finding } from '../ui/finding'
import { Note, SourceLine } from '../ui/source-line'
import { ComparisonTable } from './comparison-table'
import { comparisonFinding } from './comparison-words'

/** Codes side by side; the address says which, so that a comparison can be sent on. */
export function ComparisonPage({ comparison }: { readonly comparison: Comparison }) {
  const { pages } = comparison
  const codes = pages.map(({ detail }) => detail.code)
  const release = pages[0]?.release
  return (
    <div className="wrap pb-s-7">
      <Breadcrumb crumbs={[{ label: 'CPT Codes', href: '/cpt-codes' }, { label: 'Compare' }]} />
      <div className="pt-4 pb-s-5">
        <Finding level={1}>{comparisonFinding(comparison)}</Finding>
      </div>
      <form
        action="/compare"
        method="get"
        className="grid max-w-[640px] grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3"
        data-screen
      >
        <TextField
          label="Codes"
          name="codes"
          defaultValue={[...codes, ...comparison.unknown].join(', ')}
          hint={`Up to ${MOST_COMPARED}, with commas between, such as 47562, 47563, 47600.`}
          error={errorOf(comparison)}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={200}
        />
        <div className="pt-6">
          <Button type="submit">Compare</Button>
        </div>
      </form>
      {pages.length > 0 ? (
        <div className="mt-s-6 grid gap-3">
          <ComparisonTable pages={pages} />
          {release && (
            <SourceLine>
              CMS Physician Fee Schedule, release {releaseWords(release)}
              {release.official ? '' : ', as kept in the built-in catalog'}. National: every geographic index 1.
            </SourceLine>
          )}
        </div>
      ) : (
        <Empty title="No code is chosen yet" level={2}>
          Try <Link href="/compare?codes=47562,47563,47600">three ways to take out a gallbladder</Link> or{' '}
          <Link href="/compare?codes=99213,99214,99215">the levels of an office visit</Link>.
        </Empty>
      )}
      {comparison.leftOut.length > 0 && (
        <Note>
          {comparison.leftOut.join(', ')} left out: {MOST_COMPARED} stand side by side.
        </Note>
      )}
    </div>
  )
}

const errorOf = ({ unknown }: Comparison): string | undefined =>
  unknown.length === 0
    ? undefined
    : `${unknown.join(', ')} ${unknown.length === 1 ? 'is no code' : 'are no codes'} known here. Change or remove ${unknown.length === 1 ? 'it' : 'them'}.`
