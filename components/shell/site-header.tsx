'use client'

// Drawn on the server all the same; as a part of the browser's, a page sends its few words a second time, not its elements.
import { ButtonLink } from '../ui/button'
import { ForWhom, type EndsOf } from './for-whom'
import { Menu } from './menu'
import { MenuList } from './menu-list'
import { NavLink, type NavItem } from './nav-link'
import { WordMark } from './word-mark'

/** A link, or a name with links under it. */
export type SiteNavItem = NavItem | { readonly label: string; readonly items: readonly NavItem[] }

interface SiteHeaderProps {
  readonly items: readonly SiteNavItem[]
  readonly ends: EndsOf
  readonly current?: string
}

const link =
  'inline-flex min-h-hit items-center rounded-1 px-2.5 text-14 text-ink-2 no-underline hover:bg-well hover:text-ink aria-[current=page]:font-strong aria-[current=page]:text-ink'
const panel = 'absolute z-30 mt-1 min-w-52 rounded-2 bg-float p-2 shadow-float'

/** Public pages: white, one hairline. Everything opens without script. */
export function SiteHeader({ items, ends, current }: SiteHeaderProps) {
  return (
    <header className="border-b border-rule bg-paper" data-screen>
      <div className="wrap flex h-16 items-center gap-s-6 max-md:justify-between max-sm:h-14">
        <WordMark />
        <nav aria-label="Main" className="flex-1 max-lg:hidden">
          <ul className="flex gap-0.5">
            {items.map((item) => (
              <li key={item.label}>
                {'items' in item ? (
                  <Menu button={item.label} buttonClass={`${link} caret`} panelClass={panel}>
                    <MenuList items={item.items} current={current} />
                  </Menu>
                ) : (
                  <NavLink href={item.href} current={current} className={link}>
                    {item.label}
                  </NavLink>
                )}
              </li>
            ))}
          </ul>
        </nav>
        <div className="flex items-center gap-2 max-lg:ml-auto">
          <span className="contents max-sm:hidden">
            <ForWhom
              ends={ends}
              draw={([aside, main]) => (
                <>
                  <NavLink href={aside.href} current={current} className={link}>
                    {aside.label}
                  </NavLink>
                  <ButtonLink href={main.href}>{main.label}</ButtonLink>
                </>
              )}
            />
          </span>
          <PhoneMenu items={items} ends={ends} current={current} />
        </div>
      </div>
    </header>
  )
}

type PhoneMenuProps = Omit<SiteHeaderProps, 'current'> & { readonly current: string | undefined }

function PhoneMenu({ items, ends, current }: PhoneMenuProps) {
  return (
    <nav aria-label="Main, menu" className="lg:hidden">
      <Menu
        button="Menu"
        buttonClass="inline-flex min-h-hit items-center rounded-2 border border-control px-4 text-14 font-strong text-ink"
        panelClass={`${panel} right-0 max-h-[80dvh] w-[min(320px,calc(100vw-2*var(--margin)))] overflow-y-auto`}
      >
        {items.map((item) =>
          'items' in item ? (
            <div key={item.label} className="border-b border-rule pb-2">
              <p className="px-3 pt-3 pb-1 text-12 font-strong text-ink-3">{item.label}</p>
              <MenuList items={item.items} current={current} />
            </div>
          ) : (
            <MenuList key={item.label} items={[item]} current={current} />
          ),
        )}
        <div className="mt-2 border-t border-rule pt-2 sm:hidden">
          <ForWhom ends={ends} draw={(links) => <MenuList items={links} current={current} />} />
        </div>
      </Menu>
    </nav>
  )
}
