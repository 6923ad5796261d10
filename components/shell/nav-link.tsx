'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'

export interface NavItem {
  readonly label: string
  readonly href: string
}

interface NavLinkProps {
  readonly href: string
  readonly className: string
  /** By default the address of the page; given, it stands in for it. */
  readonly current?: string | undefined
  readonly children: ReactNode
}

/** A link that knows when one is there, or below it. */
export function NavLink({ href, className, current, children }: NavLinkProps) {
  const path = usePathname()
  return (
    <Link href={href} className={className} aria-current={isAt(current ?? path, href) ? 'page' : undefined}>
      {children}
    </Link>
  )
}

export function isAt(path: string | null, href: string): boolean {
  if (path === null) return false
  return path === href || (href !== '/' && path.startsWith(`${href}/`))
}
