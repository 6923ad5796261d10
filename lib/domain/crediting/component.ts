import { wholeNumber } from '../shared/count'
import { printCents, times, type Cents } from '../shared/exact'
import type { Component } from './case'
import { valueOf, type Ledger } from './explanation'
import { placedTerms } from './ranking'
import type { PartOfLine, WorkingLine } from './working-line'

/** The amount of a part is its own terms times whatever multiplied the line after it was divided. */
function componentOf(part: PartOfLine, ledger: Ledger): Component {
  if (ledger.value === null) return { ...part.head, allowed: null }
  const terms = part.terms.map((term) => ({ ...term, factor: times(term.factor, ledger.tail) }))
  return { ...part.head, allowed: printCents(valueOf('payment', terms) as Cents) }
}

/** Units of a surgical line, each in its own rank (domain D2). */
function rankedUnits(line: WorkingLine): readonly PartOfLine[] {
  const { paymentPlacement: placement, price } = line
  if (placement === null || price === null || line.line.units === 1) return []
  return placement.slices
    .flatMap((slice) => {
      const terms = placedTerms(price.fee, line.paymentSides, [{ ...slice, count: 1n }], placement.ranks > 1)
      const rule = slice.kind === 'full' ? 'multiple-procedures' : 'endoscopy-family'
      return Array.from({ length: wholeNumber(slice.count) }, () => ({ rule, terms }))
    })
    .map(({ rule, terms }, index) => ({ head: { unit: index + 1, rule }, terms }))
}

/** The parts of a line that the rules treat apart: professional and technical, or single units. Of an entered amount, none. */
export function componentsOf(line: WorkingLine, ledger: Ledger): readonly Component[] {
  if (line.manual?.allowed != null) return []
  return (line.apportioned?.parts ?? rankedUnits(line)).map((part) => componentOf(part, ledger))
}
