import type { Rvu } from '../shared/exact'
import { CITATION } from './citation'
import type { Note, Term } from './explanation'
import { practiceExpenseOf, priceWithHalfExpense } from './row-price'
import { compareIdentity, takesPart, type Apportioned, type PartOfLine, type WorkingLine } from './working-line'

const FULL_RULE = 'therapy-highest-unit'
const HALF_RULE = 'therapy-half-practice-expense'

const note = (reason: string): Note => ({ rule: 'therapy', reason, citation: CITATION.therapy })
const HIGHEST = note('The unit with the highest practice expense of the day: in full.')
const LATER = note(
  'Not the highest practice expense of the day: practice expense at half, work and malpractice in full.',
)
const MIXED = note(
  'One unit has the highest practice expense of the day and is paid in full; practice expense of the others is halved.',
)

const expense = (line: WorkingLine): Rvu => practiceExpenseOf(line.row, line.basis.setting) ?? (0n as Rvu)

function compareExpense(a: WorkingLine, b: WorkingLine): number {
  const keys: readonly ((line: WorkingLine) => bigint)[] = [
    expense,
    (line) => line.work ?? 0n,
    (line) => line.price?.fee ?? 0n,
  ]
  for (const key of keys) {
    const difference = key(b) - key(a)
    if (difference !== 0n) return difference < 0n ? -1 : 1
  }
  return compareIdentity(a, b)
}

function termsOf(line: WorkingLine, amount: bigint, count: bigint): Term[] {
  return line.paymentSides.map((side) => ({ count: side.count * count, amount, factor: side.factor }))
}

function apportion(line: WorkingLine, holdsHighest: boolean): Apportioned {
  const full = line.price?.fee ?? 0n
  const reduced = priceWithHalfExpense(line.row, line.basis) ?? 0n
  const { units } = line.line
  const parts: PartOfLine[] = Array.from({ length: units }, (_, index) => {
    const whole = holdsHighest && index === 0
    const head = { unit: index + 1, rule: whole ? FULL_RULE : HALF_RULE }
    return { head, terms: termsOf(line, whole ? full : reduced, 1n) }
  })
  const later = BigInt(holdsHighest ? units - 1 : units)
  const terms = [...(holdsHighest ? termsOf(line, full, 1n) : []), ...(later > 0n ? termsOf(line, reduced, later) : [])]
  const reason = holdsHighest ? (later === 0n ? HIGHEST : MIXED) : LATER
  return { terms, parts, note: reason }
}

/**
 * Therapy units of one day: the one with the highest practice expense in full, practice expense of every other at
 * half, one rounding each (domain D5; Medicare Claims Processing Manual, chapter 5, section 10.7). Work is not reduced.
 */
export function apportionTherapy(session: readonly WorkingLine[]): void {
  const lines = session.filter((line) => line.row.multipleProcedure === '5' && line.price !== null && takesPart(line))
  if (lines.reduce((sum, line) => sum + line.line.units, 0) < 2) return
  const [first] = [...lines].sort(compareExpense)
  for (const line of lines) line.apportioned = apportion(line, line === first)
}
