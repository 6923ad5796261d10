'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { callApi } from '@/lib/client/api'
import { calculatorUrl, readCalculator } from '@/lib/domain/calculator/address'
import { codeOf } from '@/lib/domain/calculator/draft'
import { firstRequest, secondRequest } from '@/lib/domain/calculator/request'
import type { CalculatorState } from '@/lib/domain/calculator/state'
import type { CalculatedCase } from '@/lib/domain/crediting/case'
import type { Answered, CalculatorPage, CodeFacts } from '@/lib/features/calculator/schema'
import type { CodeDetail } from '@/lib/features/catalog/schema'
import { askedOf, stateOf, type Asked } from './asked'

/** Long enough to skip the middle of a burst of keys, short enough to feel live. */
const PAUSE_MS = 90

type Answers = { readonly first: Answered | null; readonly second: Answered | null }

/** The state of the page: each change goes into the address at once, and is answered by the interface. */
export function useCalculator(page: CalculatorPage) {
  const [asked, setAsked] = useState<Asked>(() => askedOf(page.state))
  // Counts the times that the address was changed by others: fields that keep their own choice start anew.
  const [generation, setGeneration] = useState(0)
  const { answers, ask } = useAnswers({ first: page.first, second: page.second })
  const latest = useRef(asked)
  const { facts, learn } = useFacts(page.facts)
  const take = (next: Asked) => {
    latest.current = next
    setAsked(next)
    const state = stateOf(next)
    ask(state)
    for (const code of codesOf(state)) void learn(code, (found) => change((before) => settled(before, code, found)))
    return state
  }
  const change = (make: (before: Asked) => Asked) => {
    window.history.replaceState(null, '', calculatorUrl(take(make(latest.current))))
  }
  useAddress(latest, (state) => {
    take(askedOf(state))
    setGeneration((before) => before + 1)
  })
  return { asked, state: stateOf(asked), answers, facts, change, generation }
}

/** Going back to this page, or a link to another case of it, changes the address under a page that is kept. */
function useAddress(latest: React.RefObject<Asked>, onOther: (state: CalculatorState) => void) {
  const search = useSearchParams().toString()
  const take = useRef(onOther)
  useEffect(() => {
    take.current = onOther
  })
  useEffect(() => {
    // The address itself, since the router tells of it a moment late.
    const { state } = readCalculator(Object.fromEntries(new URLSearchParams(window.location.search)))
    if (calculatorUrl(state) !== calculatorUrl(stateOf(latest.current))) queueMicrotask(() => take.current(state))
  }, [search, latest])
}

export type Calculating = ReturnType<typeof useCalculator>

const codesOf = ({ lines, beside }: CalculatorState): ReadonlySet<string> =>
  new Set([...lines, ...(beside?.kind === 'case' ? beside.lines : [])].map(({ code }) => code))

/** A line whose place nobody said is where its code usually is. */
function settled(asked: Asked, code: string, { usualPlace }: CodeFacts): Asked {
  const settle = (drafts: Asked['first']) =>
    drafts.map((draft) =>
      draft.placeOfService === '' && codeOf(draft) === code ? { ...draft, placeOfService: usualPlace ?? '' } : draft,
    )
  return { ...asked, first: settle(asked.first), second: asked.second && settle(asked.second) }
}

function useAnswers(initial: Answers) {
  const [answers, setAnswers] = useState(initial)
  const turn = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const ask = (state: CalculatorState) => {
    const mine = ++turn.current
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      void Promise.all([state.lines.length > 0 ? calculated(firstRequest(state)) : null, calculatedBeside(state)]).then(
        ([first, second]) => {
          // An answer that comes after a newer question is of no use.
          if (mine === turn.current) setAnswers({ first, second })
        },
      )
    }, PAUSE_MS)
  }
  return { answers, ask }
}

/** One answer of the interface. */
export async function calculated(body: unknown, signal?: AbortSignal): Promise<Answered> {
  const call = signal ? { body, signal } : { body }
  const result = await callApi<CalculatedCase>('POST', '/api/v1/calculate', call)
  return result.ok ? { ok: true, answer: result.value } : { ok: false, message: result.error.message }
}

async function calculatedBeside(state: CalculatorState): Promise<Answered | null> {
  const request = secondRequest(state)
  return request && calculated(request)
}

/** Titles and modifiers of codes, each asked for once. */
function useFacts(initial: Readonly<Record<string, CodeFacts>>) {
  const [facts, setFacts] = useState(initial)
  const asked = useRef(new Set(Object.keys(initial)))
  const learn = async (code: string, then: (found: CodeFacts) => void) => {
    if (asked.current.has(code)) return
    asked.current.add(code)
    const result = await callApi<CodeDetail>('GET', `/api/v1/codes/${code}`)
    if (!result.ok) return
    const { title, modifiers, usualPlace } = result.value
    setFacts((before) => ({ ...before, [code]: { title, modifiers, usualPlace } }))
    then({ title, modifiers, usualPlace })
  }
  return { facts, learn }
}
