import Link from 'next/link'
import type { CodePage } from '@/lib/features/code-pages/schema'
import { comparisonRows } from './comparison-rows'
import { compareHref } from './comparison-words'

/** One column a code; on a phone each fact stands over its codes instead. */
export function ComparisonTable({ pages }: { readonly pages: readonly CodePage[] }) {
  const codes = pages.map(({ detail }) => detail.code)
  return (
    <table role="table" className="comparison">
      <caption className="sr-only">{codes.join(', ')} side by side</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            <span className="sr-only">Fact</span>
          </th>
          {pages.map(({ detail, url }) => (
            <th key={detail.code} role="columnheader" scope="col">
              <Link href={url} prefetch={false} className="thumb font-strong tracking-[0.015em] text-ink">
                {detail.code}
              </Link>
              <span className="mt-1 block font-regular text-pretty text-ink-2">{detail.title}</span>
              {pages.length > 1 && (
                <Link
                  href={compareHref(codes.filter((code) => code !== detail.code))}
                  prefetch={false}
                  className="thumb mt-1 font-regular text-13"
                  data-screen
                >
                  Remove<span className="sr-only"> {detail.code}</span>
                </Link>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {comparisonRows(pages).map((row) => (
          <tr key={row.name} role="row">
            <th role="rowheader" scope="row">
              {row.name}
            </th>
            {row.cells.map((cell, at) => (
              <td key={codes[at]} role="cell" data-numeric={row.numeric || undefined}>
                <span className="comparison-code" aria-hidden>
                  {codes[at]}
                </span>
                <span className={cell === null ? 'text-ink-3' : undefined}>{cell ?? '–'}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
