'use client'

import { useId, useState, type FormEvent } from 'react'
import { callApi } from '@/lib/client/api'
import { NOTHING_MORE, type DraftLine } from '@/lib/domain/calculator/draft'
import type { ParseAnswer } from '@/lib/features/quick-log/schema'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'

type PastedLine = Omit<DraftLine, 'key'>

interface PasteBoxProps {
  /** What a line without a date is of. */
  readonly date: string
  /** How many lines more the case holds. */
  readonly room: number
  readonly onLines: (lines: readonly PastedLine[]) => void
}

/** A line as in Quick Log, read by the same reader: `47562-22 49505-50 99214`. */
export function PasteBox({ date, room, onLines }: PasteBoxProps) {
  const panel = useId()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const [notes, setNotes] = useState<readonly string[]>([])
  const read = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return
    const result = await callApi<ParseAnswer>('POST', '/api/v1/parse', { body: { text, today: date } })
    if (!result.ok) return setNotes([result.error.message])
    const { lines, left, said } = taken(result.value, date, room)
    onLines(lines)
    setText(left)
    setNotes(said)
  }
  return (
    <>
      <Button look="bare" onClick={() => setOpen(!open)} aria-expanded={open} aria-controls={open ? panel : undefined}>
        Paste or type a whole case
      </Button>
      {open && (
        <form
          id={panel}
          onSubmit={(event) => void read(event)}
          className="grid w-full grid-cols-[minmax(0,1fr)_auto] items-start gap-3"
        >
          <TextField
            label="Codes, modifiers, units or words"
            hint="As in Quick Log: 47562-22 49505-50 99214, or lap chole."
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={2_000}
          />
          <span className="pt-6">
            <Button type="submit" look="outline">
              Add these lines
            </Button>
          </span>
          <ul role="status" className="col-span-full grid gap-1 text-13 text-warn-ink empty:hidden">
            {notes.map((note) => (
              <li key={note} className="flag">
                {note}
              </li>
            ))}
          </ul>
        </form>
      )}
    </>
  )
}

/** What was read becomes lines; what was not stays in the field, and is told. */
function taken({ lines, unparsed }: ParseAnswer, date: string, room: number) {
  const ofFirst = lines.filter(({ caseIndex }) => caseIndex === lines[0]?.caseIndex)
  const kept = ofFirst.slice(0, room)
  const left = unparsed.map(({ text }) => text.trim()).filter(Boolean)
  const said = [
    ...left.map((each) => `“${each}” was not understood. Correct it or remove it.`),
    ...(ofFirst.length < lines.length ? ['A case is of one patient: the lines of the others were left out.'] : []),
    ...(kept.length < ofFirst.length ? [`There was room for ${kept.length} of ${ofFirst.length} lines.`] : []),
    ...new Set(kept.flatMap(({ issues }) => issues.map(({ message }) => message))),
  ]
  return {
    left: left.join(' '),
    said,
    lines: kept.map((line): PastedLine => ({
      ...NOTHING_MORE,
      code: line.code,
      modifiers: line.modifiers,
      units: String(line.units),
      placeOfService: line.placeOfService ?? '',
      dateOfService: line.dateOfService === date ? '' : line.dateOfService,
      other: false,
    })),
  }
}
