'use client'

import { useState } from 'react'
import { callApi } from '@/lib/client/api'
import type { Preview } from '@/lib/features/quick-log/schema'
import { formatWorkRvu, plural } from '@/lib/format/number'
import type { ToastMessage } from '../ui/toast'

type Logged = { readonly ids: readonly string[]; readonly text: string }

interface LoggingOptions {
  readonly text: string
  readonly settle: (text: string) => Promise<Preview | null>
  readonly onText: (text: string) => void
  /** The list beside it is stale. */
  readonly onChanged: () => void
}

/** Saves what was typed, and takes it back. Ids are made here, so that sending twice logs once. */
export function useLogging({ text, settle, onText, onChanged }: LoggingOptions) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [toast, setToast] = useState<ToastMessage | null>(null)
  const [logged, setLogged] = useState<Logged | null>(null)

  const save = async () => {
    if (busy || text.trim() === '') return
    setBusy(true)
    const outcome = await log(await settle(text))
    setBusy(false)
    setProblem(outcome.problem)
    if (!outcome.saved) return
    setLogged({ ids: outcome.saved.ids, text })
    setToast({ id: outcome.saved.ids[0] ?? '', text: outcome.saved.words })
    onText('')
    onChanged()
  }

  const undo = async () => {
    if (!logged) return
    setToast(null)
    setLogged(null)
    const result = await callApi<unknown>('POST', '/api/v1/cases/delete', { body: { ids: logged.ids } })
    if (result.ok) onText(logged.text)
    setProblem(result.ok ? null : result.error.message)
    onChanged()
  }

  return { save, undo, busy, problem, toast, dismiss: () => setToast(null), forgetProblem: () => setProblem(null) }
}

type Outcome = {
  readonly problem: string | null
  readonly saved: { readonly ids: readonly string[]; readonly words: string } | null
}

async function log(preview: Preview | null): Promise<Outcome> {
  const refused = (problem: string): Outcome => ({ problem, saved: null })
  if (!preview) return refused('This could not be read yet. Try again when there is a signal.')
  const standing = obstacle(preview)
  if (standing) return refused(standing)
  const cases = preview.cases.map((each) => ({
    id: crypto.randomUUID(),
    workplaceId: preview.workplaceId,
    dateOfService: each.dateOfService,
    placeOfService: each.placeOfService,
    role: each.role,
    payer: each.payer,
    lines: each.lines.map(({ code, modifiers, units }) => ({ code, modifiers, units })),
  }))
  const result = await callApi<unknown>('POST', '/api/v1/cases/batch', { body: { cases } })
  if (!result.ok) return refused(result.error.message)
  return { problem: null, saved: { ids: cases.map((each) => each.id), words: wordsFor(preview) } }
}

/** Nothing typed may be lost: what was not understood stands in the way until it is mended. */
export function obstacle(preview: Preview): string | null {
  const [problem] = preview.cases.flatMap((each) => each.problems)
  if (problem) return problem
  const [unread] = preview.unparsed
  if (unread) return `“${unread.text.trim()}” was not understood. Correct it or remove it.`
  return preview.cases.length === 0 ? 'There is no code here yet. Type one, such as 47562.' : null
}

function wordsFor({ cases, totals }: Preview): string {
  const amount = totals.trainingWorkRvu === '0.0000' ? totals.creditedWorkRvu : totals.trainingWorkRvu
  return `${plural(cases.length, 'case')} logged, ${formatWorkRvu(amount)} wRVU`
}
