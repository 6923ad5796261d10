import { NavLink, type NavItem } from './nav-link'

const line =
  'flex min-h-hit items-center rounded-1 px-3 text-14 text-ink-2 no-underline hover:bg-well hover:text-ink aria-[current=page]:font-strong aria-[current=page]:text-ink'

interface MenuListProps {
  readonly items: readonly NavItem[]
  readonly current?: string | undefined
}

/** Links under each other, inside a menu. */
export function MenuList({ items, current }: MenuListProps) {
  return (
    <ul className="grid">
      {items.map((item) => (
        <li key={item.href}>
          <NavLink href={item.href} current={current} className={line}>
            {item.label}
          </NavLink>
        </li>
      ))}
    </ul>
  )
}
