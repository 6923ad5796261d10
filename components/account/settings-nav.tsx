import { NavLink } from '../shell/nav-link'

const PAGES = [
  { href: '/settings/profile', label: 'Profile' },
  { href: '/settings/workplaces', label: 'Workplace' },
  { href: '/settings/account', label: 'Signing in' },
  { href: '/settings/keys', label: 'API keys' },
] as const

const link =
  'inline-flex min-h-hit items-center border-b-2 border-transparent text-14 whitespace-nowrap text-ink-2 no-underline hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-strong aria-[current=page]:text-ink'

/** The parts of the settings; on a phone the row scrolls by itself. */
export function SettingsNav() {
  return (
    <nav aria-label="Settings" className="overflow-x-auto border-b border-rule [scrollbar-width:none]">
      <ul className="flex gap-5">
        {PAGES.map(({ href, label }) => (
          <li key={href}>
            <NavLink href={href} className={link}>
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
