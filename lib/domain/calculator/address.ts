import { PRACTITIONERS, ROLES } from '../crediting/case'
import type { LocalityKey } from '../schedule/locality'
import { readDate } from '../shared/date'
import { readLines, writeLines, type LinesRead, type UnreadLine } from './line'
import { readPlan, writePlan, type Plan, type UnreadPlan } from './plan'
import { EMPTY_CALCULATOR, type Beside, type CalculatorState } from './state'

export const CALCULATOR_PATH = '/calculator'
/** Longer than anything that is written here; what is longer was not. */
export const LONGEST_PART = 4_000

/** What of an address was left out, and why it was. */
export type AddressProblem =
  | ({ readonly kind: 'line'; readonly case: 'first' | 'second' } & UnreadLine)
  | { readonly kind: 'too-many-lines'; readonly case: 'first' | 'second' }
  | { readonly kind: 'too-long'; readonly part: string }
  | { readonly kind: 'value'; readonly part: AddressPart; readonly text: string }
  | ({ readonly kind: 'policy' } & UnreadPlan)

const PARTS = ['date', 'at', 'by', 'role', 'qp', 'participating', 'release'] as const
export type AddressPart = (typeof PARTS)[number]

export type CalculatorReading = {
  readonly state: CalculatorState
  readonly problems: readonly AddressProblem[]
}

/** `?case=47562-22@22,49505-50&date=2026-03-02&at=10112-00`; empty for the empty calculator. Needs no escaping. */
export function calculatorQuery(state: CalculatorState): string {
  const { locality, beside, ...rest } = state
  const empty = EMPTY_CALCULATOR
  const given: readonly (readonly [string, string | false | null])[] = [
    ['case', writeLines(rest.lines)],
    ['date', rest.date],
    ['at', locality && `${locality.carrier}-${locality.locality}`],
    ['by', rest.practitioner !== empty.practitioner && rest.practitioner],
    ['role', rest.role !== empty.role && rest.role],
    ['policy', rest.policy !== empty.policy && writePlan(rest.policy)],
    ['qp', rest.qualifyingApm && 'yes'],
    ['participating', !rest.participating && 'no'],
    ['release', rest.release],
    ['and', beside && (beside.kind === 'release' ? beside.release : writeLines(beside.lines))],
  ]
  const query = given.flatMap(([name, value]) => (value ? [`${name}=${value}`] : [])).join('&')
  return query === '' ? '' : `?${query}`
}

/** What an address says beside the first case, by its names. */
export const besideTheCase = (
  query: Readonly<Record<string, string | undefined>>,
): readonly (readonly [string, string])[] =>
  [...PARTS, 'policy', 'and'].flatMap((name) => {
    const value = query[name]
    return value ? [[name, value] as const] : []
  })

export const calculatorUrl = (state: CalculatorState): string => `${CALCULATOR_PATH}${calculatorQuery(state)}`

const among = <T extends string>(values: readonly T[], text: string): T | null =>
  values.find((value) => value === text.toLowerCase()) ?? null

function readLocality(text: string): LocalityKey | null {
  const match = /^(\d{5})-(\d{2})$/.exec(text)
  return match?.[1] && match[2] ? { carrier: match[1], locality: match[2] } : null
}

const readRelease = (text: string): string | null => /^RVU\d{2}[A-D]R?$/.exec(text.toUpperCase())?.[0] ?? null
const readYes = (text: string): boolean | null => (among(['yes', 'no'], text) === null ? null : text === 'yes')

/** How each part of an address is read; null where it is not one. */
const READ: { readonly [part in AddressPart]: (text: string) => Partial<CalculatorState> | null } = {
  date: (text) => given(readDate(text), (date) => ({ date })),
  at: (text) => given(readLocality(text), (locality) => ({ locality })),
  by: (text) => given(among(PRACTITIONERS, text), (practitioner) => ({ practitioner })),
  role: (text) => given(among(ROLES, text), (role) => ({ role })),
  qp: (text) => given(readYes(text), (qualifyingApm) => ({ qualifyingApm })),
  participating: (text) => given(readYes(text), (participating) => ({ participating })),
  release: (text) => given(readRelease(text), (release) => ({ release })),
}

const given = <T, U>(value: T | null, make: (value: T) => U): U | null => (value === null ? null : make(value))

const problemsOf = (which: 'first' | 'second', { unread, cut }: LinesRead): readonly AddressProblem[] => [
  ...unread.map((each): AddressProblem => ({ kind: 'line', case: which, ...each })),
  ...(cut ? [{ kind: 'too-many-lines', case: which } as const] : []),
]

/** What an address asks. Whatever is not understood is left out and told; other parameters are not ours. */
export function readCalculator(query: Readonly<Record<string, string | undefined>>): CalculatorReading {
  const problems: AddressProblem[] = []
  const textOf = (part: string): string => {
    const text = query[part]?.trim() ?? ''
    if (text.length <= LONGEST_PART) return text
    problems.push({ kind: 'too-long', part })
    return ''
  }
  const first = readLines(textOf('case'))
  problems.push(...problemsOf('first', first))
  let state: CalculatorState = { ...EMPTY_CALCULATOR, lines: first.lines }
  for (const part of PARTS) {
    const text = textOf(part)
    if (text === '') continue
    const read = READ[part](text)
    if (read) state = { ...state, ...read }
    else problems.push({ kind: 'value', part, text })
  }
  const plan = readPolicy(textOf('policy'))
  const second = readBeside(textOf('and'))
  problems.push(...plan.found, ...second.found)
  return { state: { ...state, policy: plan.policy, beside: second.beside }, problems }
}

function readPolicy(text: string): { readonly policy: Plan; readonly found: readonly AddressProblem[] } {
  const plan = text === '' ? EMPTY_CALCULATOR.policy : readPlan(text)
  return typeof plan === 'object' && 'fault' in plan
    ? { policy: EMPTY_CALCULATOR.policy, found: [{ kind: 'policy', ...plan }] }
    : { policy: plan, found: [] }
}

function readBeside(text: string): { readonly beside: Beside | null; readonly found: readonly AddressProblem[] } {
  if (text === '') return { beside: null, found: [] }
  const release = readRelease(text)
  if (release) return { beside: { kind: 'release', release }, found: [] }
  const second = readLines(text)
  const found = problemsOf('second', second)
  return { beside: second.lines.length > 0 ? { kind: 'case', lines: second.lines } : null, found }
}
