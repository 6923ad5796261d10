import type { CodeDetail } from '@/lib/features/catalog/schema'
import { CodeSection, Prose } from './code-section'

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
    </div>
  )
}

function NotDescribed({ detail }: { readonly detail: CodeDetail }) {
  return (
    <CodeSection id="covers" title="What the code covers">
      <Prose>
        {detail.code} is not described in words here yet. What follows is what the CMS schedule says of it, and nothing
        more.
      </Prose>
    </CodeSection>
  )
}
