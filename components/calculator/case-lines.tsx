'use client'

import { useState } from 'react'
import { codeOf, emptyDraft, lineOf, linesOf, nextKey, type DraftLine } from '@/lib/domain/calculator/draft'
import { requestOf } from '@/lib/domain/calculator/request'
import { MOST_LINES, type CalculatorState } from '@/lib/domain/calculator/state'
import { hasUnits, timeCountAt, withUnits } from '@/lib/domain/calculator/timed'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import type { CodeFacts } from '@/lib/features/calculator/schema'
import { withDateWords } from '@/lib/format/date'
import { plural } from '@/lib/format/number'
import { Button } from '../ui/button'
import { Toast, type ToastMessage } from '../ui/toast'
import { replaced } from './asked'
import { LineFields } from './line-fields'
import type { LineRequest, Timing } from './line-props'
import { PasteBox } from './paste-box'

interface CaseLinesProps {
  readonly title: string
  readonly drafts: readonly DraftLine[]
  readonly state: CalculatorState
  readonly facts: Readonly<Record<string, CodeFacts>>
  readonly today: string
  /** The last answer to these lines; null where there is none. */
  readonly answer: CalculatedCase | null
  readonly onChange: (make: (before: readonly DraftLine[]) => readonly DraftLine[]) => void
}

type Removed = { readonly draft: DraftLine; readonly at: number }

/** The lines of one case: typed, picked or pasted; what is removed can be brought back. */
export function CaseLines({ title, drafts, state, facts, today, answer, onChange }: CaseLinesProps) {
  // With nothing in it yet, a case shows one empty line.
  const date = state.date ?? today
  const shown = drafts.length > 0 ? drafts : [emptyDraft(0, undefined)]
  const [fresh, setFresh] = useState<number | null>(null)
  const { toast, remove, undo, dismiss } = useRemoving(onChange)
  const add = () => {
    const key = nextKey(shown)
    setFresh(key)
    onChange((before) => [...(before.length > 0 ? before : shown), emptyDraft(key, shown.at(-1))])
  }
  const full = shown.length >= MOST_LINES
  return (
    <fieldset className="min-w-0">
      <legend className="text-18 font-strong">{title}</legend>
      <ul className="mt-2">
        {shown.map((draft, at) => (
          <LineFields
            key={draft.key}
            at={at}
            draft={draft}
            facts={facts[codeOf(draft)]}
            answered={answeredOf(answer, shown, draft)}
            timing={timingOf(shown, draft, date, onChange)}
            fresh={draft.key === fresh}
            caseDate={withDateWords(date)}
            onChange={(part) => onChange((before) => replaced(before.length > 0 ? before : shown, draft.key, part))}
            onRemove={shown.length > 1 || draft.code !== '' ? () => remove(draft, at) : undefined}
            onNext={() => (at === shown.length - 1 && !full && draft.code !== '' ? add() : undefined)}
            requestWith={(modifiers) => requestWith(state, shown, draft, modifiers)}
          />
        ))}
      </ul>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <Button look="outline" onClick={add} disabled={full}>
          Add a line
        </Button>
        {full && <span className="text-13 text-ink-2">A case has at most {MOST_LINES} lines here.</span>}
        <PasteBox
          date={date}
          room={MOST_LINES - linesOf(shown).length}
          onLines={(lines) => onChange((before) => appended(before, lines))}
        />
      </div>
      <Toast message={toast} onUndo={undo} onDone={dismiss} />
    </fieldset>
  )
}

/** Pasted lines follow those that are there; an empty line at the end makes way for them. */
function appended(before: readonly DraftLine[], lines: readonly Omit<DraftLine, 'key'>[]): readonly DraftLine[] {
  const kept = before.filter(({ code }) => code.trim() !== '')
  return lines.reduce<readonly DraftLine[]>((all, line) => {
    const place = line.placeOfService || (all.at(-1)?.placeOfService ?? '')
    return [...all, { ...line, placeOfService: place, key: nextKey([...before, ...all]) }]
  }, kept)
}

/** Answers come in the order of the lines; one that comes late may be of other lines. */
function answeredOf(
  answer: CalculatedCase | null,
  drafts: readonly DraftLine[],
  draft: DraftLine,
): CalculatedLine | undefined {
  const at = drafts.filter((each) => lineOf(each) !== null).findIndex(({ key }) => key === draft.key)
  const line = answer?.lines[at]
  return line?.code === codeOf(draft) ? line : undefined
}

const RULES = ['cms', 'cpt'] as const

function timingOf(
  drafts: readonly DraftLine[],
  draft: DraftLine,
  date: string,
  onChange: CaseLinesProps['onChange'],
): Timing | null {
  const count = timeCountAt(drafts, draft, date)
  if (count === null) return null
  return {
    count,
    followed: RULES.filter((rule) => hasUnits(drafts, draft, date, { count, units: count[rule] })),
    onFollow: (rule) => onChange((before) => withUnits(before, draft, date, { count, units: count[rule] })),
  }
}

function requestWith(
  state: CalculatorState,
  drafts: readonly DraftLine[],
  draft: DraftLine,
  modifiers: readonly string[],
): LineRequest {
  if (lineOf(draft) === null) return null
  const whole = drafts.filter((each) => lineOf(each) !== null)
  const lines = linesOf(replaced(whole, draft.key, { modifiers }))
  return { body: requestOf(state, lines, state.release), at: whole.findIndex(({ key }) => key === draft.key) }
}

function useRemoving(onChange: CaseLinesProps['onChange']) {
  const [removed, setRemoved] = useState<Removed | null>(null)
  const [toast, setToast] = useState<ToastMessage | null>(null)
  const remove = (draft: DraftLine, at: number) => {
    onChange((before) => before.filter(({ key }) => key !== draft.key))
    if (draft.code.trim() === '') return
    setRemoved({ draft, at })
    setToast({ id: `${draft.key} ${draft.code} ${at}`, text: `${plural(1, 'line')} removed, ${draft.code}` })
  }
  const undo = () => {
    setToast(null)
    if (removed) onChange((before) => before.toSpliced(removed.at, 0, { ...removed.draft, key: nextKey(before) }))
  }
  return { toast, remove, undo, dismiss: () => setToast(null) }
}
