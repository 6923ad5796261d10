import type { Hub } from '@/lib/features/hubs/schema'
import { plural } from '@/lib/format/number'
import { Breadcrumb } from '../ui/breadcrumb'
import { Empty } from '../ui/empty'
import { Finding, SectionTitle } from '../ui/finding'
import { SourceLine } from '../ui/source-line'
import { CodeList } from './code-list'
import { HubIndex } from './hub-index'
import { hubCrumbs, hubFinding } from './hub-words'
import { NumberColumns } from './number-columns'
import { releaseWords } from './release-words'

/** A category or a section: its sections, its described codes, then the others by number. */
export function HubPage({ hub }: { readonly hub: Hub }) {
  return (
    <div className="wrap pb-s-7">
      <Breadcrumb crumbs={hubCrumbs(hub)} />
      <div className="pt-4 pb-s-6">
        <Finding level={1}>{hubFinding(hub)}</Finding>
      </div>
      <div className="grid gap-s-7">
        {hub.sections.length > 0 && (
          <section aria-label="Sections">
            <HubIndex label="Sections" head="Section" hubs={hub.sections} />
          </section>
        )}
        {hub.described.length > 0 && (
          <section className="grid gap-3">
            <SectionTitle>{plural(hub.described.length, 'code')} described</SectionTitle>
            <CodeList caption={`${hub.name}: described codes`} items={hub.described} />
          </section>
        )}
        {hub.bare.length > 0 && <BareCodes hub={hub} />}
        {hub.described.length + hub.bare.length + hub.sections.length === 0 && (
          <Empty title={`No ${hub.name.toLowerCase()} are known here yet`} level={2}>
            They come with the official CMS release, which an administrator installs.
          </Empty>
        )}
        {hub.release && (
          <SourceLine>
            Work RVUs of release {releaseWords(hub.release)}. The median is of the codes with work above zero
            {hub.release.official ? '' : ' that the built-in catalog holds'}.
          </SourceLine>
        )}
      </div>
    </div>
  )
}

function BareCodes({ hub }: { readonly hub: Hub }) {
  return (
    <section className="grid gap-3">
      <SectionTitle>
        {plural(hub.bare.length, 'code')} {hub.sections.length > 0 ? 'of no section' : 'known by number'}, not described
        yet
      </SectionTitle>
      <NumberColumns codes={hub.bare} />
    </section>
  )
}
