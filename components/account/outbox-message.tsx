import { formatInstant } from '../../lib/format/date'

interface OutboxMessageProps {
  /** ISO instant. */
  readonly at: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

const ADDRESS = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)])/

/** A message as it would have been sent: its words, with the addresses in them to follow. */
export function OutboxMessage({ at, to, subject, text }: OutboxMessageProps) {
  return (
    <article className="min-w-0 border-t border-rule pt-4">
      <h2 className="text-16 leading-data font-strong">{subject}</h2>
      <p className="mt-1 text-13 leading-note break-words text-ink-2">
        To {to}, {formatInstant(new Date(at), 'UTC')} UTC
      </p>
      <p className="mt-3 text-14 leading-read break-words whitespace-pre-line">
        {/* Split by a group, every second part is an address. */}
        {text.split(ADDRESS).map((part, at) => (at % 2 === 1 ? <Address key={at} url={part} /> : part))}
      </p>
    </article>
  )
}

function Address({ url }: { readonly url: string }) {
  return (
    <a href={url} className="break-all">
      {url}
    </a>
  )
}
