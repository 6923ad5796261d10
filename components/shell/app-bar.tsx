import type { ReactNode } from 'react'
import { Menu } from './menu'
import { MenuList } from './menu-list'
import { NavLink, type NavItem } from './nav-link'
import { WordMark } from './word-mark'

interface AppBarProps {
  readonly items: readonly NavItem[]
  readonly initials: string
  readonly account: readonly NavItem[]
  /** Below the account links: the theme control and the form that signs out. */
  readonly accountEnd?: ReactNode
  /** Sync state, sample tag: small, and always words. */
  readonly status?: ReactNode
  /** The button that opens search and commands. */
  readonly search?: ReactNode
  readonly home?: string
  readonly current?: string
}

const link =
  'flex items-center border-y-[3px] border-transparent px-3 text-14 whitespace-nowrap text-on-bar-2 no-underline hover:text-on-bar focus-visible:-outline-offset-2 aria-[current=page]:border-b-bar-mark aria-[current=page]:font-strong aria-[current=page]:text-on-bar max-lg:px-2'

/** The navy bar: thin and across the top, so that the width stays with the data. */
export function AppBar({ items, initials, account, accountEnd, status, search, home, current }: AppBarProps) {
  return (
    <header
      data-screen
      className="border-b border-bar-line bg-bar text-on-bar [&_:focus-visible]:outline-on-bar [&_[data-panel]_:focus-visible]:outline-focus"
    >
      <div className="wrap flex h-bar items-stretch gap-5 max-md:justify-between max-sm:gap-2">
        <span className="mr-3 self-center">
          <WordMark onBar href={home ?? '/dashboard'} />
        </span>
        <nav aria-label="Main" className="flex min-w-0 flex-1 max-md:hidden">
          {items.map((item) => (
            <NavLink key={item.href} href={item.href} current={current} className={link}>
              {item.label}
            </NavLink>
          ))}
        </nav>
        <div className="flex items-center gap-3 text-13 text-on-bar-2 max-sm:gap-2">
          {status}
          {search}
          <Menu
            label="Account"
            button={initials}
            buttonClass="grid size-8 place-items-center rounded-[50%] bg-bar-well text-12 font-strong text-on-bar max-sm:size-hit pointer-coarse:size-hit"
            panelClass="absolute right-0 z-40 mt-2 w-60 rounded-2 bg-float p-2 text-ink shadow-float"
          >
            <div data-panel>
              <MenuList items={account} current={current} />
              {accountEnd && <div className="mt-2 border-t border-rule px-3 pt-3 pb-1">{accountEnd}</div>}
            </div>
          </Menu>
        </div>
      </div>
    </header>
  )
}
