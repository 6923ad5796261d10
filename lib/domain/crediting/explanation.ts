import { ONE, ZERO, printCents, printCredit, printFactor, roundHalfUp, times } from '../shared/exact'
import type { Cents, Credit, Factor } from '../shared/exact'
import type { Measure, Step } from './case'

/** Why a step is there: the name of its rule, plain words, and the manual or file that says so. */
export type Note = { readonly rule: string; readonly reason: string; readonly citation: string }

/** A run of equal amounts: `count` times the amount (cents, or ten-thousandths of a work RVU) times an exact factor. */
export type Term = { readonly count: bigint; readonly amount: bigint; readonly factor: Factor }

/**
 * The running amount of one measure of one line. It is changed only through the functions below, each of which writes
 * the step that it takes: so the explanation is the arithmetic, and the last step is the result. Null: no amount.
 */
export type Ledger = {
  readonly measure: Measure
  terms: readonly Term[] | null
  value: bigint | null
  text: string | null
  /** What multiplied the terms since they were last set: parts of a line are multiplied by it too. */
  tail: Factor
  readonly steps: Step[]
}

/** Cents round unit by unit, then count (domain B1); a credit rounds once a line, after its units are summed (C1). */
export function valueOf(measure: Measure, terms: readonly Term[]): bigint {
  return measure === 'payment' ? sumOfRounded(terms) : roundedSum(terms, true) - roundedSum(terms, false)
}

function sumOfRounded(terms: readonly Term[]): bigint {
  let sum = 0n
  for (const { count, amount, factor } of terms) {
    const each =
      factor.denominator === 1n ? amount * factor.numerator : roundHalfUp(amount * factor.numerator, factor.denominator)
    sum += count === 1n ? each : count * each
  }
  return sum
}

/** The parts of a pair that are taken away round apart from those that are given, so that both lines add up. */
function roundedSum(terms: readonly Term[], given: boolean): bigint {
  let numerator = 0n
  let denominator = 1n
  for (const { count, amount, factor } of terms) {
    if (count > 0n !== given) continue
    const weight = (given ? count : -count) * amount * factor.numerator
    if (factor.denominator === denominator) numerator += weight
    else {
      numerator = numerator * factor.denominator + weight * denominator
      denominator *= factor.denominator
    }
  }
  return denominator === 1n ? numerator : roundHalfUp(numerator, denominator)
}

const show = (measure: Measure, value: bigint): string =>
  measure === 'payment' ? printCents(value as Cents) : printCredit(value as Credit)

function write(ledger: Ledger, terms: readonly Term[] | null, factor: string, note: Note): void {
  const before = ledger.text
  ledger.terms = terms
  ledger.value = terms === null ? null : valueOf(ledger.measure, terms)
  ledger.text = ledger.value === null ? null : show(ledger.measure, ledger.value)
  const { rule, reason, citation } = note
  ledger.steps.push({ measure: ledger.measure, rule, factor, before, after: ledger.text, reason, citation })
}

/** Opens a ledger with the amount of one unit, or with none. The factor is of an amount in a finer unit than its own. */
export function openLedger(measure: Measure, amount: bigint | null, note: Note, factor: Factor = ONE): Ledger {
  const terms = amount === null ? null : [{ count: 1n, amount, factor }]
  const value = terms === null || factor === ONE ? amount : valueOf(measure, terms)
  const text = value === null ? null : show(measure, value)
  const { rule, reason, citation } = note
  const first: Step = { measure, rule, factor: '1', before: text, after: text, reason, citation }
  return { measure, terms, value, text, tail: ONE, steps: [first] }
}

const scaledBy = (terms: readonly Term[], factor: Factor): Term[] =>
  terms.map((term) => ({ count: term.count, amount: term.amount, factor: times(term.factor, factor) }))

/** Multiplies what is there by a factor. Where there is no amount, nothing happens. */
export function multiply(ledger: Ledger, factor: Factor, note: Note): void {
  if (ledger.terms === null) return
  const terms = scaledBy(ledger.terms, factor)
  write(ledger, terms, printFactor(factor), note)
  ledger.tail = times(ledger.tail, factor)
}

/** Sets the terms anew, as ranks and families do; the factor shown is what the change amounts to unless given. */
export function resettle(ledger: Ledger, terms: readonly Term[], note: Note, factor?: Factor): void {
  if (ledger.terms === null) return
  const before = ledger.value ?? 0n
  const shown = factor ?? (before === 0n ? ONE : { numerator: valueOf(ledger.measure, terms), denominator: before })
  write(ledger, terms, printFactor(shown), note)
  ledger.tail = ONE
}

/** Takes the amount away: from here on there is none. The factor is the least that a payer may use, where one is known. */
export function withdraw(ledger: Ledger, note: Note, factor: Factor = ONE): void {
  if (ledger.terms !== null) write(ledger, null, printFactor(factor), note)
}

/** Makes the amount zero even where there was none: a denial is an answer. */
export function deny(ledger: Ledger, note: Note): void {
  const terms = ledger.terms ?? [{ count: 1n, amount: 0n, factor: ONE }]
  write(
    ledger,
    terms.map((term) => ({ ...term, factor: ZERO })),
    '0',
    note,
  )
  ledger.tail = ZERO
}

/** Says something about the amount without changing it. */
export const remark = (ledger: Ledger, note: Note): void => write(ledger, ledger.terms, '1', note)
