import Link from 'next/link'
import type { ModifierPage as Page } from '@/lib/features/modifiers/schema'
import { formatCount, formatDollarsAndCents, formatWorkRvu, plural } from '@/lib/format/number'
import { BadgeLine } from '../ui/badge-line'
import { Breadcrumb } from '../ui/breadcrumb'
import { Finding } from '../ui/finding'
import { PlainTable } from '../ui/plain-table'
import { SourceLine } from '../ui/source-line'
import { CodeSection, Prose } from './code-section'
import { exampleFinding, modifierCrumbs } from './modifier-words'
import { NoteList } from './note-list'
import { releaseWords } from './release-words'

/** One modifier: when it is used, and what it does to payment and to credit, worked on a line. */
export function ModifierPage({ page }: { readonly page: Page }) {
  const { words, takers, release } = page
  return (
    <div className="wrap">
      <Breadcrumb crumbs={modifierCrumbs(page)} />
      <div className="pt-4 pb-s-6">
        <p className="text-18 leading-[1.3] font-strong tracking-[0.015em]">{words.modifier}</p>
        <Finding level={1} size="opening">
          {words.title}
        </Finding>
        <div className="mt-3">
          <BadgeLine
            label="Facts"
            facts={[/^\d\d$|^P\d$/.test(words.modifier) ? 'CPT modifier' : 'HCPCS Level II modifier']}
          />
        </div>
      </div>
      <div className="border-t border-rule py-3.5">
        <CodeSection id="use" title="When it is used" kind="read">
          <Prose>{words.use}</Prose>
        </CodeSection>
        <CodeSection id="payment" title="What Medicare pays" kind="read">
          <Prose>{words.payment}</Prose>
        </CodeSection>
        <CodeSection id="credit" title="What is credited" kind="read">
          <Prose>{words.credit}</Prose>
        </CodeSection>
      </div>
      <Example page={page} />
      {takers && (
        <CodeSection id="codes" title="Codes that take it">
          <Prose>
            {formatCount(takers.codes)} of {plural(takers.of, 'code')}
            {release ? ` of ${release.id}` : ''}
            {release?.official === false ? ', as far as the built-in catalog holds them,' : ''}: those with{' '}
            {takers.rule}.
          </Prose>
        </CodeSection>
      )}
      <Notes page={page} />
    </div>
  )
}

function Example({ page }: { readonly page: Page }) {
  const { example, words, presets, release } = page
  if (!example) return null
  const credited = (amount: string | null | undefined): string => (amount ? formatWorkRvu(amount) : '–')
  const allowed = (amount: string | null): string => (amount === null ? '–' : formatDollarsAndCents(amount))
  return (
    <CodeSection
      id="example"
      title="Worked on a line"
      margin={
        example.reasons.length > 0 && (
          <ul className="grid gap-2">
            {example.reasons.map(({ reason, citation }) => (
              <li key={reason}>
                {reason} <span className="block text-ink-3">{citation}</span>
              </li>
            ))}
          </ul>
        )
      }
    >
      <Finding level={3}>{exampleFinding(page)}</Finding>
      <p className="mt-1.5 mb-3 text-13 text-ink-2">
        <Link href={example.url} prefetch={false} className="thumb">
          {example.code}
        </Link>
        , {example.title}, in {example.place.toLowerCase()},{' '}
        {example.minutes === null ? 'one unit' : `${example.minutes} minutes`} by itself.
      </p>
      <PlainTable
        caption={`${example.code} without and with ${words.modifier}`}
        columns={[
          { head: 'Amount' },
          { head: example.code, numeric: true },
          { head: `${example.code}-${words.modifier}`, numeric: true },
        ]}
        rows={[
          ['Medicare allows', allowed(example.without.allowed), allowed(example.with.allowed)],
          ...presets.map((name, at) => [
            `Work RVU credited, ${name}`,
            credited(example.without.credited[at]),
            credited(example.with.credited[at]),
          ]),
        ]}
      />
      <div className="mt-3">
        <SourceLine>
          {release && `Release ${releaseWords(release)}, national. `}Credit is under each preset plan.
        </SourceLine>
      </div>
    </CodeSection>
  )
}

function Notes({ page: { words, related } }: { readonly page: Page }) {
  return (
    <>
      <CodeSection id="notes" title="Documentation and mistakes">
        <NoteList notes={words.notes} />
        {words.source && (
          <div className="mt-3">
            <SourceLine>{words.source}.</SourceLine>
          </div>
        )}
      </CodeSection>
      <CodeSection id="related" title="Related modifiers">
        <ul className="grid gap-1">
          {related.map(({ modifier, title, url }) => (
            <li key={modifier}>
              <Link href={url} prefetch={false} className="thumb font-strong">
                {modifier}
              </Link>{' '}
              {title}
            </li>
          ))}
        </ul>
      </CodeSection>
    </>
  )
}
