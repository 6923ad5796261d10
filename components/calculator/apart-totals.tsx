import { isInTotals } from '@/lib/domain/calculator/difference'
import type { CalculatedCase, CalculatedLine } from '@/lib/domain/crediting/case'
import { isManual } from '@/lib/domain/crediting/manual-totals'
import { formatDollarsAndCents, formatWorkRvu, plural } from '@/lib/format/number'
import { DottedNumber } from '../ui/dotted-number'
import { Working } from '../ui/working'

/** What a case counts beside work and dollars, each number open to its lines: in no total of the ledger. */
export function ApartTotals({ answer }: { readonly answer: CalculatedCase }) {
  const { asaUnits, limitingCharge, manual, postoperativeVisits } = answer.totals
  const entered = answer.lines.filter(isManual)
  return (
    <ul className="grid max-w-(--measure) gap-1.5 text-13 leading-note text-ink-2 empty:hidden">
      {asaUnits !== '0.0' && (
        <li>
          Anesthesia units, base and time, the measure of this work and never added to work RVUs:{' '}
          <Sum
            value={asaUnits}
            label="anesthesia units"
            parts={answer.lines.flatMap(unitsPart)}
            source="base and time, in tenths of a unit"
          />
        </li>
      )}
      {manual.lines > 0 && (
        <>
          <li>
            Credited by values entered by hand, {plural(manual.lines, 'line')}, in no other total:{' '}
            <Sum
              value={formatWorkRvu(manual.creditedWorkRvu)}
              label="credited by values entered by hand"
              parts={entered.flatMap((line) => amountPart(line, line.creditedWorkRvu, formatWorkRvu))}
              source="credited, apart"
            />
          </li>
          <li>
            Allowed by them, in no other total:{' '}
            <Sum
              value={formatDollarsAndCents(manual.allowed)}
              label="allowed by values entered by hand"
              parts={entered.flatMap((line) => amountPart(line, line.allowed, formatDollarsAndCents))}
              source="allowed, apart"
            />
          </li>
        </>
      )}
      {limitingCharge !== null && (
        <li>
          The most you may charge Medicare’s patients for the case:{' '}
          <Sum
            value={formatDollarsAndCents(limitingCharge)}
            label="the most you may charge"
            parts={answer.lines
              .filter(isInTotals)
              .flatMap((line) => amountPart(line, line.limitingCharge, formatDollarsAndCents))}
            source="115% of what Medicare allows, entered values left out"
          />
        </li>
      )}
      {postoperativeVisits > 0 && (
        <li>{plural(postoperativeVisits, 'visit')} after surgery counted: 99024 has no value of its own.</li>
      )}
    </ul>
  )
}

type Part = { readonly amount: string; readonly source: string }

const unitsPart = ({ code, anesthesia }: CalculatedLine): readonly Part[] =>
  anesthesia
    ? [{ amount: anesthesia.units, source: `${code}: base ${anesthesia.baseUnits} and time ${anesthesia.timeUnits}` }]
    : []

const amountPart = (
  { code }: CalculatedLine,
  amount: string | null,
  format: (amount: string) => string,
): readonly Part[] => (amount === null ? [] : [{ amount: format(amount), source: code }])

interface SumProps {
  readonly value: string
  /** For a screen reader: what it counts. */
  readonly label: string
  readonly parts: readonly Part[]
  readonly source: string
}

function Sum({ value, label, parts, source }: SumProps) {
  return (
    <DottedNumber value={value} label={`${label}, show the working`} place="below">
      <Working
        title={`Why ${value}`}
        steps={parts.map((part, at) => ({ ...part, amount: `${at === 0 ? '' : '+ '}${part.amount}` }))}
        result={{ amount: value, source }}
      />
    </DottedNumber>
  )
}
