import Link from 'next/link'
import type { CaseItem } from '@/lib/features/cases/schema'
import { formatWorkRvu } from '@/lib/format/number'
import { enteredWords } from '../case/credited'
import { suffixOf } from '../case/ledger-lines'
import { SectionTitle } from '../ui/finding'

interface TodayProps {
  readonly items: readonly CaseItem[]
  readonly titles: Readonly<Record<string, string>>
  readonly credited: string
  readonly training: string
}

/** What is already logged for today, beside what is being typed. */
export function Today({ items, titles, credited, training }: TodayProps) {
  const total = training === '0.0000' ? credited : training
  return (
    <aside aria-label="Today" className="border-l border-rule pl-s-5 max-lg:mt-s-6 max-lg:border-l-0 max-lg:pl-0">
      <div className="flex items-baseline justify-between gap-3">
        <SectionTitle>Today</SectionTitle>
        <span className="text-13 text-ink-2">{`${formatWorkRvu(total)} ${training === '0.0000' ? 'credited' : 'in training'}${enteredWords(items)}`}</span>
      </div>
      {items.length === 0 && <p className="mt-3 text-13 text-ink-2">Nothing logged for today yet.</p>}
      <ul className="mt-3 border-t border-rule empty:hidden">
        {items
          .flatMap((item) => item.lines.map((line, at) => ({ item, line, key: `${item.id}-${at}` })))
          .map(({ item, line, key }) => (
            <li key={key} className="flex items-baseline gap-3 border-b border-rule py-2.5 text-14 leading-data">
              <span className="min-w-0 flex-1">
                <Link href={`/cases/${item.id}`} className="thumb font-strong text-ink decoration-control">
                  {line.code}
                </Link>{' '}
                <span className="text-ink-2">{suffixOf(line)}</span> {titles[line.code] ?? ''}
              </span>
              <span>{formatWorkRvu(line.trainingWorkRvu ?? line.creditedWorkRvu ?? '0')}</span>
            </li>
          ))}
      </ul>
    </aside>
  )
}
