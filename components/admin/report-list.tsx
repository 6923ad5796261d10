'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { readCalculator } from '@/lib/domain/calculator/address'
import type { Plan } from '@/lib/domain/calculator/plan'
import type { Result } from '@/lib/domain/shared/result'
import type { ReportItem, SeenAnswer } from '@/lib/features/reports/schema'
import { formatInstant } from '@/lib/format/date'
import { formatDollarsAndCents, formatWorkRvu } from '@/lib/format/number'
import { planWords } from '@/lib/format/plan-words'
import { Button } from '../ui/button'
import { Toast, type ToastMessage } from '../ui/toast'

interface ReportListProps {
  readonly items: readonly ReportItem[]
  readonly timeZone: string
  readonly mark: (input: { readonly id: string; readonly answered: boolean }) => Promise<Result<unknown>>
}

/** What people think is wrong, each with the case as they saw it; answered ones stay, and can be opened again. */
export function ReportList({ items, timeZone, mark }: ReportListProps) {
  const { set, toast, undo, dismiss, problem } = useMarking(mark)
  return (
    <>
      <p role="alert" className="text-13 text-bad empty:hidden">
        {problem}
      </p>
      <ul className="border-t border-strong-rule">
        {items.map((item) => (
          <li key={item.id} className="grid gap-2 border-b border-rule py-4">
            <p className="flex flex-wrap gap-x-4 text-13 text-ink-2">
              <span className={item.answeredAt ? '' : 'font-strong text-ink'}>
                {item.answeredAt ? `Answered ${formatInstant(new Date(item.answeredAt), timeZone)}` : 'Open'}
              </span>
              <span>{formatInstant(new Date(item.createdAt), timeZone)}</span>
              <span>from the {item.context}</span>
              {item.email && <a href={`mailto:${item.email}`}>{item.email}</a>}
            </p>
            <p className="max-w-(--measure) text-16 leading-[1.5] whitespace-pre-wrap wrap-anywhere">{item.message}</p>
            <p className="text-13 text-ink-2">{seenWords(item)}</p>
            <div className="flex flex-wrap items-center gap-3">
              <a href={item.address} className="thumb text-14">
                {OPEN[item.context] ?? 'Open the page'}
              </a>
              <Button look="outline" onClick={() => void set(item.id, !item.answeredAt)}>
                {item.answeredAt ? 'Open it again' : 'Mark as answered'}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Toast message={toast} onUndo={undo} onDone={dismiss} />
    </>
  )
}

/** A person's own case is theirs alone: what opens is the same case in the calculator. */
const OPEN: Readonly<Record<string, string>> = {
  calculator: 'Open the case',
  case: 'Open it in the calculator',
  code: 'Open the code',
}

function seenWords({ seen, beside, policy, address }: ReportItem): string {
  const second = beside ? ` Beside it ${answerWords(beside)}.` : ''
  return `They saw ${answerWords(seen)}, ${planWords(policy, planIn(address))}.${second}`
}

/** A plan of one's own is answered as Custom: what it says is in the address of the calculator. */
const planIn = (address: string): Plan =>
  readCalculator(Object.fromEntries(new URL(address, 'http://site').searchParams)).state.policy

const answerWords = ({ lines, release, creditedWorkRvu, allowed }: SeenAnswer): string =>
  `${lines.join(', ')}: credited ${formatWorkRvu(creditedWorkRvu)}, Medicare ${formatDollarsAndCents(allowed)}, under ${release ?? 'several releases'}`

function useMarking(mark: ReportListProps['mark']) {
  const router = useRouter()
  const [problem, setProblem] = useState<string | null>(null)
  const [toast, setToast] = useState<ToastMessage | null>(null)
  const [last, setLast] = useState<{ readonly id: string; readonly answered: boolean } | null>(null)
  const send = async (id: string, answered: boolean) => {
    const result = await mark({ id, answered })
    setProblem(result.ok ? null : result.error.message)
    if (result.ok) router.refresh()
    return result.ok
  }
  const set = async (id: string, answered: boolean) => {
    if (!(await send(id, answered))) return
    setLast({ id, answered })
    setToast({
      id: `${id} ${String(answered)}`,
      text: answered ? '1 report marked as answered' : '1 report opened again',
    })
  }
  const undo = () => {
    setToast(null)
    if (last) void send(last.id, !last.answered)
  }
  return { set, undo, toast, problem, dismiss: () => setToast(null) }
}
