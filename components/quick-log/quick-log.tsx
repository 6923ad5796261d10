'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { keepDraft, readDraft } from '@/lib/client/draft'
import type { Known, Preview } from '@/lib/features/quick-log/schema'
import { formatCount, formatWorkRvu } from '@/lib/format/number'
import { withDateWords } from '@/lib/format/date'
import { Button } from '../ui/button'
import { Kbd } from '../ui/kbd'
import { Toast } from '../ui/toast'
import { PreviewLedger } from './preview-ledger'
import { ReadingChips } from './reading-chips'
import { obstacle, useLogging } from './use-logging'
import { usePreview } from './use-preview'

interface QuickLogProps {
  readonly today: string
  readonly known: Known
  /** Asked for by the address; joins what was typed before. */
  readonly initial?: string
}

/** One input: type codes, see what they are worth and why, press Enter. */
export function QuickLog({ today, known, initial = '' }: QuickLogProps) {
  const router = useRouter()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useDraft(initial)
  const { preview, problem: unread, settle } = usePreview(text)
  const logging = useLogging({ text, settle, onText: setText, onChanged: () => router.refresh() })
  const remove = (start: number, end: number) => {
    setText(`${text.slice(0, start)}${text.slice(end)}`.trim())
    field.current?.focus()
  }
  const problem = logging.problem ?? unread
  return (
    <section aria-label="Quick Log" className="min-w-0">
      <LogField
        ref={field}
        text={text}
        problem={problem}
        onText={(next) => {
          logging.forgetProblem()
          setText(next)
        }}
        onEnter={() => void logging.save()}
      />
      <div className="mt-3 grid gap-s-4">
        {preview && <ReadingChips preview={preview} text={text} onRemove={remove} />}
        {preview && <Problems preview={preview} known={known} said={problem} />}
        {preview && preview.cases.length > 0 && <PreviewLedger preview={preview} today={today} />}
        {!preview && <Hints known={known} />}
      </div>
      <div className="mt-s-4 flex flex-wrap items-center justify-between gap-3">
        <p className="text-13 text-ink-2">{text ? 'Kept on this device as you type.' : ''}</p>
        <Button onClick={() => void logging.save()} disabled={logging.busy || !preview}>
          {labelOf(preview)} <Kbd>↵</Kbd>
        </Button>
      </div>
      <Toast message={logging.toast} onUndo={() => void logging.undo()} onDone={logging.dismiss} />
    </section>
  )
}

function labelOf(preview: Preview | null): string {
  if (!preview || obstacle(preview) !== null) return 'Log'
  const { creditedWorkRvu, trainingWorkRvu } = preview.totals
  return `Log ${formatWorkRvu(trainingWorkRvu === '0.0000' ? creditedWorkRvu : trainingWorkRvu)}`
}

/** The draft survives a reload; it is read after the first render, which the server made without it. */
function useDraft(initial: string) {
  const [text, setText] = useState('')
  useEffect(() => {
    const start = joined(readDraft(), initial)
    // Asked for once: a reload after logging asks for nothing. Later than this effect, since Next restores the address of
    // its first render until an effect of its own has run.
    if (initial) setTimeout(() => window.history.replaceState(null, '', window.location.pathname))
    if (start === '') return
    keepDraft(start)
    queueMicrotask(() => setText(start))
  }, [initial])
  const change = (next: string) => {
    keepDraft(next)
    setText(next)
  }
  return [text, change] as const
}

/** Nothing typed before is lost: what is asked for becomes the next patient's line. */
function joined(draft: string, asked: string): string {
  if (draft === '' || asked === '') return draft || asked
  return draft.includes(asked) ? draft : `${draft}\n${asked}`
}

interface LogFieldProps {
  readonly ref: React.Ref<HTMLTextAreaElement>
  readonly text: string
  readonly problem: string | null
  readonly onText: (text: string) => void
  readonly onEnter: () => void
}

function LogField({ ref, text, problem, onText, onEnter }: LogFieldProps) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    onEnter()
  }
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        Codes, modifiers, units, words or a date
      </label>
      <textarea
        ref={ref}
        id={id}
        autoFocus
        rows={Math.min(8, text.split('\n').length)}
        value={text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        enterKeyHint="done"
        aria-invalid={problem ? true : undefined}
        aria-describedby={`${id}-note`}
        className="log-field"
      />
      <p id={`${id}-note`} role="alert" className="text-13 text-bad empty:hidden">
        {problem && withDateWords(problem)}
      </p>
    </div>
  )
}

interface ProblemsProps {
  readonly preview: Preview
  readonly known: Known
  /** Under the field already. */
  readonly said: string | null
}

/** What stands in the way of saving, said while typing and not only on Enter. */
function Problems({ preview, known, said }: ProblemsProps) {
  const doubts = preview.lines.flatMap((line) => line.issues.map((issue) => issue.message))
  const all = new Set([...doubts, ...preview.cases.flatMap((each) => each.problems)])
  const problems = [...all].filter((each) => each !== said)
  const warnings = [...new Set(preview.cases.flatMap((each) => each.warnings.map((warning) => warning.message)))]
  const unknown = preview.lines.find((line) => !line.known)
  return (
    <ul className="grid gap-1 text-13 empty:hidden">
      {problems.map((problem) => (
        <li key={problem} className="flag text-warn-ink">
          {withDateWords(problem)}
        </li>
      ))}
      {unknown && !known.official && <li className="text-ink-2">{onlyBuiltIn(known)}</li>}
      {unknown && (
        <li className="text-ink-2">
          <Link href={`/cases/new?code=${unknown.code}`}>Log {unknown.code} with a value of your own</Link>
        </li>
      )}
      {warnings.map((warning) => (
        <li key={warning} className="text-ink-2">
          {withDateWords(warning)}
        </li>
      ))}
    </ul>
  )
}

const onlyBuiltIn = (known: Known): string =>
  `This install knows ${formatCount(known.codes)} codes. The full schedule of CMS has about 19,000: an administrator can install it under Releases, or with npm run cms:import.`

function Hints({ known }: { readonly known: Known }) {
  return (
    <p className="max-w-[62ch] text-13 leading-note text-ink-2">
      Also understood: <b>lap chole</b>, <b>yesterday</b>, <b>11/20</b>, <b>99214x12</b>, codes run together, a pasted
      list. A new line or a semicolon starts the next patient. {known.official ? '' : onlyBuiltIn(known)}
    </p>
  )
}
