import Link from 'next/link'
import type { ComingCode, ReleaseChanges, ReleasePage as Page } from '@/lib/features/release-changes/schema'
import { formatCount, plural } from '@/lib/format/number'
import { Breadcrumb } from '../ui/breadcrumb'
import { Figures } from '../ui/figures'
import { Finding, SectionTitle } from '../ui/finding'
import { Note, SourceLine } from '../ui/source-line'
import { MovedCodes } from './moved-codes'
import { NumberColumns } from './number-columns'
import { comparedWith, factorWords, releaseCrumbs, releaseFinding } from './release-page-words'
import { dateWords } from './release-words'

/** One release: its factor, and what it changed against the one held before it. */
export function ReleasePage({ page }: { readonly page: Page }) {
  return (
    <div className="wrap pb-s-7">
      <Breadcrumb crumbs={releaseCrumbs(page)} />
      <div className="grid gap-3 pt-4 pb-s-6">
        <Finding level={1}>{releaseFinding(page)}</Finding>
        <Note>{comparedWith(page)}</Note>
      </div>
      <ReleaseFigures page={page} />
      <div className="mt-s-7 grid gap-s-7">
        {page.changes && <Changes changes={page.changes} page={page} />}
        <SourceLine>
          CMS Physician Fee Schedule relative value files, {page.fileName}
          {page.release.official ? '' : ', as kept in the built-in catalog'}. Work of the code’s own row, or of its
          professional part where it has no other. <Link href="/data-sources">Data sources</Link>
        </SourceLine>
      </div>
    </div>
  )
}

function ReleaseFigures({ page }: { readonly page: Page }) {
  const { release, effectiveTo, isInForce, factors, rows } = page
  const until = effectiveTo ? `until ${dateWords(effectiveTo)}` : 'the newest held'
  return (
    <Figures
      items={[
        { label: 'In force', number: dateWords(release.effectiveFrom), meaning: isInForce ? `today, ${until}` : until },
        { label: 'Conversion factor', number: factors.standard, meaning: factorWords(page) },
        {
          label: 'Qualifying participants',
          number: factors.qualifyingApm ?? '–',
          meaning: factors.qualifyingApm ? 'dollars per RVU in an advanced payment model' : 'no factor of their own',
        },
        {
          label: 'Rows',
          number: formatCount(rows),
          meaning: release.official ? 'the whole file' : 'of the built-in catalog',
        },
      ]}
    />
  )
}

function Changes({ changes, page }: { readonly changes: ReleaseChanges; readonly page: Page }) {
  const { gained, lost, added, ended, byEfficiency } = changes
  return (
    <>
      {byEfficiency > 0 && (
        <Note>
          Of the codes lowered, {formatCount(byEfficiency)} carry exactly 97.5% of the work before: the efficiency
          adjustment of 2026, rounded half up.
        </Note>
      )}
      {lost.length > 0 && <MovedCodes title="Most work lost" page={page} items={lost} of={changes.lowered} />}
      {gained.length > 0 && <MovedCodes title="Most work gained" page={page} items={gained} of={changes.raised} />}
      {added && added.length > 0 && <Coming title={`${plural(added.length, 'code')} added`} codes={added} />}
      {ended && ended.length > 0 && <Coming title={`${plural(ended.length, 'code')} ended`} codes={ended} />}
      {added === null && (
        <Note>
          Which codes were added or ended cannot be said: of one of the two releases only the part in the built-in
          catalog is held.
        </Note>
      )}
    </>
  )
}

/** Codes with their work, by number. */
function Coming({ title, codes }: { readonly title: string; readonly codes: readonly ComingCode[] }) {
  return (
    <section className="grid gap-3">
      <SectionTitle>{title}</SectionTitle>
      <NumberColumns codes={codes} />
    </section>
  )
}
