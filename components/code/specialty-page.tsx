import type { SpecialtyHub } from '@/lib/features/specialties/schema'
import { plural } from '@/lib/format/number'
import { Breadcrumb } from '../ui/breadcrumb'
import { Finding, SectionTitle } from '../ui/finding'
import { SourceLine } from '../ui/source-line'
import { CodeList } from './code-list'
import { releaseWords } from './release-words'
import { specialtyCrumbs, specialtyFinding } from './specialty-words'
import { UsedCodes } from './used-codes'

/** The codes that define a specialty: what Medicare pays it for, and what else is described as its own. */
export function SpecialtyPage({ hub }: { readonly hub: SpecialtyHub }) {
  return (
    <div className="wrap pb-s-7">
      <Breadcrumb crumbs={specialtyCrumbs(hub)} />
      <div className="pt-4 pb-s-6">
        <Finding level={1}>{specialtyFinding(hub)}</Finding>
      </div>
      <div className="grid gap-s-7">
        {hub.used.length > 0 && (
          <section className="grid gap-3">
            <SectionTitle>Most paid by Medicare</SectionTitle>
            <UsedCodes name={hub.name} year={hub.year} items={hub.used} />
            <SourceLine>
              {hub.source.publisher}, <a href={hub.source.url}>{hub.source.title}</a>, services of {hub.year}: the codes
              with most payments, at most 50. {hub.source.caveat} License: {hub.source.license}.
            </SourceLine>
          </section>
        )}
        {hub.others.map(({ name, items }) => (
          <section key={name} className="grid gap-3">
            <SectionTitle>
              {name}: {hub.used.length > 0 ? plural(items.length, 'other code') : plural(items.length, 'code')}
            </SectionTitle>
            <CodeList caption={`${hub.name}: ${name}`} items={items} />
          </section>
        ))}
        {hub.release && <SourceLine>Work RVUs of release {releaseWords(hub.release)}.</SourceLine>}
      </div>
    </div>
  )
}
