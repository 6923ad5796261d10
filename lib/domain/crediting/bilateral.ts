import { ONE, factor, printFactor, times, type Factor } from '../shared/exact'
import { compare, minus } from '../shared/ratio'
import { customFactor } from './adjustment'
import type { CaseRules } from './case'
import { CITATION } from './citation'
import type { Note } from './explanation'
import type { Policy } from './policy'
import type { Settings } from './settings'
import { compareIds, has, isEntered, type Side, type WorkingLine } from './working-line'

const ONE_AND_A_HALF = factor('1.5')
const TWO = factor('2')

/** What 50, or RT with LT, makes of one unit, by the row's indicator (domain C2; manual, chapter 12, section 40.7). */
export function bilateralFactor(indicator: string): Factor {
  if (indicator === '1') return ONE_AND_A_HALF
  return indicator === '3' ? TWO : ONE
}

/** The same for credit: a policy may set its own where both sides count; unadjusted credits 50 once. */
export function bilateralCredit(indicator: string, policy: Policy): Factor {
  const custom = indicator === '1' || indicator === '3' ? customFactor(policy, '50') : null
  if (custom !== null) return custom
  return policy.base === 'unadjusted' ? ONE : bilateralFactor(indicator)
}

/** Two lines of an unadjusted policy count twice whatever the indicator: each line is credited as listed. */
function pairCredit(indicator: string, policy: Policy): Factor {
  return policy.base === 'unadjusted' && customFactor(policy, '50') === null ? TWO : bilateralCredit(indicator, policy)
}

const REASONS: Readonly<Record<string, string>> = {
  '0': '50 does not apply: there is one of it, or one approach. Counted once.',
  '1': 'Both sides: 150%.',
  '2': 'The listed value is already for both sides. Counted once.',
  '3': 'Both sides, each in full: 200%.',
}

/** What both sides count, and by whom: the indicator of the code, or a policy that has it otherwise. */
export function bilateralNote(indicator: string, counted: Factor): Note {
  if (compare(counted, bilateralFactor(indicator)) !== 0) {
    const percent = printFactor(times(counted, { numerator: 100n, denominator: 1n }))
    return { rule: 'bilateral', reason: `Both sides: ${percent}% under this policy.`, citation: CITATION.policy }
  }
  const reason = REASONS[indicator] ?? 'Both sides is not a concept of this code. Counted once.'
  return { rule: 'bilateral', reason, citation: CITATION.bilateral }
}

export const SIDE_WITH_50: Note = {
  rule: 'bilateral-side',
  reason: '50 already says both sides: LT and RT beside it change nothing.',
  citation: CITATION.bilateral,
}

export const PAIRS_ENTERED: Note = {
  rule: 'bilateral-units',
  reason: 'Each unit with 50 counts as one pair. Enter one unit for one pair.',
  citation: CITATION.bilateral,
}

export const pairNote = (indicator: string, position: 'first' | 'second', counted: Factor): Note => ({
  rule: 'bilateral-pair',
  reason:
    position === 'first'
      ? 'Right and left together are one pair: this line shows one side.'
      : `Right and left together are one pair: this line shows the rest of it. ${bilateralNote(indicator, counted).reason}`,
  citation: CITATION.bilateral,
})

const DISTINCT = ['59', 'XE', 'XP', 'XS', 'XU']
const isDistinct = (line: WorkingLine): boolean => DISTINCT.some((each) => has(line, each))

function sideOf(line: WorkingLine): 'LT' | 'RT' | null {
  const left = has(line, 'LT')
  if (left === has(line, 'RT') || has(line, '50') || line.line.units !== 1) return null
  if (!line.own || isEntered(line)) return null
  return left ? 'LT' : 'RT'
}

/** Modifiers that change the amount have to be the same on both, or there is no one pair to price. */
const weightOf = (line: WorkingLine): string =>
  line.adjustments
    .filter((each) => each.effect !== 'remark' && each.modifier !== 'LT' && each.modifier !== 'RT')
    .map((each) => `${each.modifier}:${String(line.line.postoperativeDays)}`)
    .sort()
    .join(' ')

function belongTogether(a: WorkingLine, b: WorkingLine, distinctSides: Settings['distinctSides']): boolean {
  if (a.line.code !== b.line.code || a.row !== b.row || weightOf(a) !== weightOf(b)) return false
  return distinctSides === 'pair' || a.row.bilateral !== '0' || !(isDistinct(a) || isDistinct(b))
}

const pairKey = (line: WorkingLine): string => `${line.line.code} ${line.row.modifier}`

function join(first: WorkingLine, second: WorkingLine, policy: Policy): void {
  const indicator = first.row.bilateral
  const payment = bilateralFactor(indicator)
  const credit = pairCredit(indicator, policy)
  first.pair = { position: 'first', first, payment, credit }
  second.pair = { position: 'second', first, payment, credit }
  second.paymentSides = rest(payment)
  second.creditSides = rest(credit)
}

const rest = (both: Factor): readonly Side[] => [
  { count: 1n, factor: both, both: true },
  { count: -1n, factor: ONE, both: false },
]

/** What the second line of a pair has of one side: C2 factor less one. */
export const restFactor = (both: Factor): Factor => minus(both, ONE)

/** Joins RT and LT lines of one session into pairs; the first by id shows one side (domain C2). */
export function joinPairs(session: readonly WorkingLine[], { policy, settings }: CaseRules): void {
  const sided = session.filter((line) => sideOf(line) !== null)
  if (sided.length < 2) return
  const waiting = new Map<string, WorkingLine[]>()
  for (const line of [...sided].sort((a, b) => compareIds(a.line.id, b.line.id))) {
    const key = pairKey(line)
    const others = waiting.get(key) ?? []
    const partner = others.find(
      (each) => sideOf(each) !== sideOf(line) && belongTogether(each, line, settings.distinctSides),
    )
    if (partner) {
      join(partner, line, policy)
      others.splice(others.indexOf(partner), 1)
    } else others.push(line)
    waiting.set(key, others)
  }
}

/** The sides of a line that is not the second of a pair. */
export const aloneSides = (both: Factor | null): readonly Side[] =>
  both === null ? ONE_SIDE : [{ count: 1n, factor: both, both: true }]

const ONE_SIDE: readonly Side[] = [{ count: 1n, factor: ONE, both: false }]
