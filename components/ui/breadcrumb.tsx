import Link from 'next/link'

export interface Crumb {
  readonly label: string
  /** The last one, where the reader is, has none. */
  readonly href?: string
}

export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" data-screen>
      <ol className="flex flex-wrap items-center gap-x-2 pt-5 text-13 leading-[1.6] text-ink-3 max-sm:pt-2">
        {crumbs.map((crumb, at) => (
          <li key={crumb.label} className="flex items-center gap-x-2">
            {at > 0 && (
              <span aria-hidden className="text-rule-2">
                /
              </span>
            )}
            {crumb.href ? (
              <Link href={crumb.href} className="text-ink-2 max-sm:py-3">
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page">{crumb.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
