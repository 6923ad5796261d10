import Link from 'next/link'
import { slugOf } from '@/lib/domain/catalog/slug'
import type { CodeDetail } from '@/lib/features/catalog/schema'
import { MOST_COMPARED } from '@/lib/features/comparison/schema'
import type { CodePage } from '@/lib/features/code-pages/schema'
import { compareHref } from '../comparison/comparison-words'
import { ButtonLink } from '../ui/button'
import { Finding } from '../ui/finding'
import { SourceLine } from '../ui/source-line'
import { CodeSection } from './code-section'
import { NoteList } from './note-list'
import { RelatedTable } from './related-table'
import { releaseWords } from './release-words'

export function CodeBilling({ detail }: { readonly detail: CodeDetail }) {
  if (detail.billingNotes.length === 0) return null
  return (
    <CodeSection id="billing" title="Billing and documentation">
      <NoteList notes={detail.billingNotes} />
    </CodeSection>
  )
}

export function CodeSpecialties({ detail }: { readonly detail: CodeDetail }) {
  if (detail.specialties.length === 0) return null
  return (
    <CodeSection id="specialties" title="Specialties">
      <ul className="flex flex-wrap gap-x-4 gap-y-1">
        {detail.specialties.map((name) => (
          <li key={name}>
            <Link href={`/specialties/${slugOf(name)}`} prefetch={false} className="thumb">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </CodeSection>
  )
}

export function CodeQuestions({ detail }: { readonly detail: CodeDetail }) {
  if (detail.faq.length === 0) return null
  return (
    <CodeSection id="faq" title={`Questions about ${detail.code}`}>
      <dl className="grid gap-s-5">
        {detail.faq.map(({ question, answer }) => (
          <div key={question}>
            <dt className="leading-[1.4] font-strong">{question}</dt>
            <dd className="mt-1 max-w-(--measure) text-pretty text-ink-2">{answer}</dd>
          </div>
        ))}
      </dl>
    </CodeSection>
  )
}

export function CodeRelated({ page }: { readonly page: CodePage }) {
  const { related, detail } = page
  if (related.length === 0) return null
  const compared = Number(page.workRvu ?? 0) > 0 && related.some(({ difference }) => difference !== null)
  return (
    <CodeSection id="related" title={detail.described ? 'Related codes' : 'Next to it by number'}>
      <RelatedTable code={detail.code} related={related} compared={compared} />
      <p className="mt-3 text-14">
        <Link href={compareHref(comparable(page))} prefetch={false} className="thumb">
          Compare them side by side
        </Link>
      </p>
    </CodeSection>
  )
}

/** The code with those of its related that carry work, as many as stand side by side; the others where none does. */
function comparable({ detail, related }: CodePage): readonly string[] {
  const working = related.filter(({ workRvu }) => Number(workRvu ?? 0) > 0)
  const beside = working.length > 0 ? working : related
  return [detail.code, ...beside.map(({ code }) => code)].slice(0, MOST_COMPARED)
}

/** To one's own log, and where the numbers of the page are from. */
export function CodeEnd({ page }: { readonly page: CodePage }) {
  const { detail, release } = page
  return (
    <CodeSection id="track" title="Your own log">
      <div className="flex flex-wrap items-center justify-between gap-5">
        <div>
          <Finding level={3}>Log {detail.code} and see what a year of them adds up to.</Finding>
          <p className="mt-1.5 text-13 text-ink-2">Your log is yours. No employer sees it.</p>
        </div>
        <ButtonLink href={`/log?text=${detail.code}`} prefetch={false}>
          Track this code
        </ButtonLink>
      </div>
      <div className="mt-s-5">
        <SourceLine>
          {release
            ? `Values and indicators: CMS Physician Fee Schedule relative value file, release ${releaseWords(release)}${release.official ? '' : ', as kept in the built-in catalog'}. `
            : ''}
          {ownerWords(detail)}{' '}
          <Link href="/data-sources" prefetch={false}>
            Data sources
          </Link>
          {'. '}
          <Link href={`/report?code=${detail.code}`} prefetch={false} rel="nofollow">
            Report a wrong number
          </Link>
        </SourceLine>
      </div>
    </CodeSection>
  )
}

function ownerWords({ kind, described, officialDescriptor }: CodeDetail): string {
  if (kind === 'cpt')
    return 'The code is CPT, a registered trademark of the American Medical Association; the words about it are RVU Edge’s own.'
  const ours = described ? ' The words about it are RVU Edge’s own' : ' Its title is of CMS'
  return `The code is HCPCS Level II, kept by CMS.${described || officialDescriptor ? `${ours}${described && officialDescriptor ? ' but for those of CMS' : ''}.` : ''}`
}
