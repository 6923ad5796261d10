import { Menu } from './menu'
import { MenuList } from './menu-list'
import { NavLink, type NavItem } from './nav-link'

interface PhoneTabsProps {
  readonly before: readonly [NavItem, NavItem]
  /** In the middle, under the thumb: Log. */
  readonly main: NavItem
  readonly after: NavItem
  /** Everything else, behind the fifth. */
  readonly more: readonly NavItem[]
  readonly current?: string
}

const tab =
  'grid min-h-14 place-items-center border-t-[3px] border-transparent pb-[3px] text-12 text-ink-2 no-underline focus-visible:-outline-offset-2 aria-[current=page]:border-accent aria-[current=page]:font-strong aria-[current=page]:text-ink'

/** Five tabs at the bottom, wherever the bar has no room for its links. */
export function PhoneTabs({ before, main, after, more, current }: PhoneTabsProps) {
  return (
    <nav
      aria-label="Main, phone"
      data-tabs
      data-screen
      className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t border-rule-2 bg-paper pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {before.map((item) => (
        <Tab key={item.href} item={item} current={current} />
      ))}
      <NavLink href={main.href} current={current} className={tab}>
        <span className="grid h-10 min-w-14 place-items-center rounded-2 bg-act font-strong text-on-act">
          {main.label}
        </span>
      </NavLink>
      <Tab item={after} current={current} />
      <Menu
        button="More"
        buttonClass={`${tab} w-full`}
        panelClass="absolute right-2 bottom-full mb-2 w-60 rounded-2 bg-float p-2 shadow-float"
      >
        <MenuList items={more} current={current} />
      </Menu>
    </nav>
  )
}

function Tab({ item, current }: { readonly item: NavItem; readonly current: string | undefined }) {
  return (
    <NavLink href={item.href} current={current} className={tab}>
      {item.label}
    </NavLink>
  )
}
