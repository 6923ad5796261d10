import Link from 'next/link'

interface WordMarkProps {
  readonly href?: string
  /** On the navy bar RVU is white; elsewhere navy. EDGE is orange on both. */
  readonly onBar?: boolean
}

/** One word. */
export function WordMark({ href = '/', onBar = false }: WordMarkProps) {
  return (
    <Link
      href={href}
      aria-label="RVU Edge"
      className={`thumb inline-block text-[1.1875rem] leading-none font-mark tracking-[-0.005em] whitespace-nowrap no-underline ${onBar ? 'text-on-bar' : 'text-mark-1'}`}
    >
      RVU<span className={onBar ? 'text-bar-mark' : 'text-mark-2'}>EDGE</span>
    </Link>
  )
}
