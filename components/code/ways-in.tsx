import Link from 'next/link'
import { SectionTitle } from '../ui/finding'

const WAYS = [
  { href: '/specialties', name: 'Specialties', what: 'the codes that each is paid for, with national volumes' },
  { href: '/modifiers', name: 'Modifiers', what: 'what each does to payment and to credit, worked on a line' },
  { href: '/places-of-service', name: 'Places of service', what: 'which ones are paid as a facility' },
  { href: '/releases', name: 'Releases', what: 'what each one changed, and the codes that moved most' },
  { href: '/compare', name: 'Compare', what: 'up to six codes side by side' },
] as const

/** What else the schedule can be read by. */
export function WaysIn() {
  return (
    <section className="grid gap-3">
      <SectionTitle>Other ways in</SectionTitle>
      <ul className="grid gap-x-gutter text-14 sm:grid-cols-2 lg:grid-cols-3">
        {WAYS.map(({ href, name, what }) => (
          <li key={href} className="border-b border-rule py-2 leading-data">
            <Link href={href} prefetch={false} className="thumb font-strong">
              {name}
            </Link>
            <span className="block text-ink-2">{what}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
