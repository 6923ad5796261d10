import type { CalculatedLine } from '@/lib/domain/crediting/case'
import { geographicIndex, rvu } from '@/lib/domain/shared/exact'
import { printRatio } from '@/lib/domain/shared/ratio'
import { formatDollarsAndCents } from '@/lib/format/number'
import { Cell, HeadCell, Row, RowHead, Table, TableBody, TableHead, Why } from '../ui/table'

type Gpci = { readonly work: string; readonly practiceExpense: string; readonly malpractice: string }
const NATIONAL: Gpci = { work: '1.000', practiceExpense: '1.000', malpractice: '1.000' }

interface CalculatorResultProps {
  readonly line: CalculatedLine
  /** Null: national. */
  readonly gpci: Gpci | null
}

/** The arithmetic of one line: components times indices, the factor, then every rule that changed the amount. */
export function CalculatorResult({ line, gpci }: CalculatorResultProps) {
  const indices = gpci ?? NATIONAL
  const rules = line.steps.filter((step) => step.measure === 'payment' && step.rule !== 'fee-schedule')
  const { rvu: values } = line
  return (
    <Table caption={`Payment of ${line.code}, worked`}>
      <TableHead>
        <HeadCell>Component</HeadCell>
        <HeadCell numeric>RVU</HeadCell>
        <HeadCell numeric>× index</HeadCell>
        <HeadCell numeric>= adjusted</HeadCell>
      </TableHead>
      <TableBody>
        {values?.practiceExpense && values.malpractice && (
          <>
            <Part name="Work" value={values.work} index={indices.work} />
            <Part
              name={`Practice expense, ${line.setting === 'facility' ? 'facility' : 'non-facility'}`}
              value={values.practiceExpense}
              index={indices.practiceExpense}
            />
            <Part name="Malpractice" value={values.malpractice} index={indices.malpractice} />
            <Row kind="sum">
              <RowHead>Adjusted total</RowHead>
              <Cell />
              <Cell />
              <Cell numeric>{printRatio({ numerator: adjustedTotal(values, indices), denominator: 100_000n }, 5)}</Cell>
            </Row>
            {line.conversionFactor && (
              <Row>
                <RowHead>× conversion factor</RowHead>
                <Cell />
                <Cell />
                <Cell numeric>{line.conversionFactor}</Cell>
              </Row>
            )}
          </>
        )}
        {rules.map((step, at) => (
          <Row key={at}>
            <RowHead span={2}>
              {step.reason}
              <Why>{step.citation}</Why>
            </RowHead>
            <Cell numeric>{step.factor === '1' ? '' : `× ${step.factor}`}</Cell>
            <Cell numeric>{step.after === null ? '–' : formatDollarsAndCents(step.after)}</Cell>
          </Row>
        ))}
        <Row kind="total">
          <RowHead>Allowed amount</RowHead>
          <Cell />
          <Cell />
          <Cell numeric>{line.allowed === null ? 'no national amount' : formatDollarsAndCents(line.allowed)}</Cell>
        </Row>
      </TableBody>
    </Table>
  )
}

type Values = NonNullable<CalculatedLine['rvu']>

const adjustedTotal = (values: Values, indices: Gpci): bigint =>
  rvu(values.work) * geographicIndex(indices.work) +
  rvu(values.practiceExpense ?? '0') * geographicIndex(indices.practiceExpense) +
  rvu(values.malpractice ?? '0') * geographicIndex(indices.malpractice)

function Part({ name, value, index }: { readonly name: string; readonly value: string; readonly index: string }) {
  // Hundredths times thousandths: five decimals, nothing rounded.
  const adjusted = { numerator: rvu(value) * geographicIndex(index), denominator: 100_000n }
  return (
    <Row>
      <RowHead>{name}</RowHead>
      <Cell numeric>{value}</Cell>
      <Cell numeric>{index}</Cell>
      <Cell numeric>{printRatio(adjusted, 5)}</Cell>
    </Row>
  )
}
