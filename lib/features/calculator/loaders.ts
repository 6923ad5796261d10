import { readCalculator } from '@/lib/domain/calculator/address'
import { firstRequest, secondRequest } from '@/lib/domain/calculator/request'
import type { CalculatorState } from '@/lib/domain/calculator/state'
import { check } from '@/lib/server/input'
import { codeDetail } from '../code-pages/service'
import { listReleases } from '../releases/service'
import { CalculateInput } from '../schedule/schema'
import { calculate, listLocalities, today } from '../schedule/service'
import type { Answered, CalculatorPage, CodeFacts } from './schema'

/** What an address of the calculator asks, answered: so that a shared address is complete before any script runs. */
export async function loadCalculator(query: Readonly<Record<string, string | undefined>>): Promise<CalculatorPage> {
  const { state, problems } = readCalculator(query)
  const [first, second, facts, releases, localities] = await Promise.all([
    state.lines.length > 0 ? answered(firstRequest(state)) : null,
    answeredBeside(state),
    factsOf(state),
    listReleases(),
    listLocalities({ q: '' }),
  ])
  return {
    state,
    problems,
    first,
    second,
    facts,
    releases: releases.ok
      ? releases.value.items.map(({ id, effectiveFrom }) => ({ id, effectiveFrom })).toReversed()
      : [],
    localities: localities.ok
      ? localities.value.items.map(({ carrier, locality, name, state: of }) => ({ carrier, locality, name, state: of }))
      : [],
    today: today(),
  }
}

/** Through the schema of the interface, so that the page can ask nothing that a program could not. */
async function answered(request: unknown): Promise<Answered> {
  const input = check(CalculateInput, request)
  const result = input.ok ? await calculate(input.value) : input
  return result.ok ? { ok: true, answer: result.value } : { ok: false, message: result.error.message }
}

async function answeredBeside(state: CalculatorState): Promise<Answered | null> {
  const request = secondRequest(state)
  return request && answered(request)
}

async function factsOf({ lines, beside }: CalculatorState): Promise<Readonly<Record<string, CodeFacts>>> {
  const codes = new Set([...lines, ...(beside?.kind === 'case' ? beside.lines : [])].map(({ code }) => code))
  const details = await Promise.all([...codes].map((code) => codeDetail({ code })))
  return Object.fromEntries(
    details.flatMap((detail) => {
      if (!detail.ok) return []
      const { code, title, modifiers, usualPlace } = detail.value
      return [[code, { title, modifiers, usualPlace }]]
    }),
  )
}
