import type { CodeDetail } from '@/lib/features/catalog/schema'
import { CodeSection, Prose } from './code-section'
import { dateWords } from './release-words'

/** What the code is: other names, exactly, plainly, and when it is done. */
export function CodeWords({ detail }: { readonly detail: CodeDetail }) {
  if (!detail.described) return <NotDescribed detail={detail} />
  return (
    <div className="border-t border-rule py-3.5">
      {detail.synonyms.length > 0 && (
        <CodeSection id="names" title="Also known as" kind="read">
          <Prose>{detail.synonyms.join(', ')}</Prose>
        </CodeSection>
      )}
      {detail.description && (
        <CodeSection id="covers" title="What the code covers" kind="read">
          <Prose>{detail.description}</Prose>
        </CodeSection>
      )}
      {detail.plainLanguage && (
        <CodeSection id="plain" title="In plain language" kind="read">
          <Prose>{detail.plainLanguage}</Prose>
        </CodeSection>
      )}
      {detail.clinicalContext && (
        <CodeSection id="context" title="Clinical context" kind="read">
          <Prose>{detail.clinicalContext}</Prose>
        </CodeSection>
      )}
      <Official detail={detail} kind="read" />
    </div>
  )
}

/** CMS publishes its own words on HCPCS Level II; of CPT there are none to show. */
function Official({ detail, kind = 'part' }: { readonly detail: CodeDetail; readonly kind?: 'read' | 'part' }) {
  const { officialDescriptor: official } = detail
  if (!official) return null
  return (
    <CodeSection id="official" title="In the words of CMS" kind={kind}>
      <Prose>{official.long}</Prose>
      {official.endsOn && <Prose>CMS ended this code: its last day is {dateWords(official.endsOn)}.</Prose>}
    </CodeSection>
  )
}

function NotDescribed({ detail }: { readonly detail: CodeDetail }) {
  const facts = detail.officialDescriptor
    ? 'the descriptor of CMS and what its schedule says'
    : 'what the CMS schedule says'
  return (
    <>
      <CodeSection id="covers" title="What the code covers">
        <Prose>
          {detail.code} is not described in words of ours yet. What follows is {facts} of it, and nothing more.
        </Prose>
      </CodeSection>
      <Official detail={detail} />
    </>
  )
}
