import { countedOf } from '@/lib/domain/calculator/difference'
import type { CalculatedLine, Measure, Step } from '@/lib/domain/crediting/case'
import { formatDollarsAndCents, formatFactor, formatWorkRvu } from '@/lib/format/number'
import { Working, type WorkingStep } from '../ui/working'

interface StepsWorkingProps {
  readonly line: CalculatedLine
  readonly measure: Measure
  /** "CMS adjusted" */
  readonly policy: string
}

const FORMAT = { payment: formatDollarsAndCents, credit: formatWorkRvu } as const

/** Every step that the engine took to one number: the factor, what was there before and after, why, and who says so. */
export function StepsWorking({ line, measure, policy }: StepsWorkingProps) {
  const training = measure === 'credit' && line.trainingWorkRvu !== null
  const steps = line.steps.filter((step) => step.measure === measure && !(training && step.rule === 'training'))
  const amount = measure === 'payment' ? line.allowed : countedOf(line)
  const result = amount === null ? 'none' : FORMAT[measure](amount)
  return (
    <Working
      title={`Why ${result}`}
      steps={steps.map((step, at) => stepRow(step, at === 0))}
      result={{ amount: result, source: resultWords(line, measure, policy, training) }}
      cite={measure === 'payment' ? 'Before deductible, coinsurance and sequestration.' : undefined}
    />
  )
}

function stepRow(step: Step, first: boolean): WorkingStep {
  const show = FORMAT[step.measure]
  const amount = (text: string | null) => (text === null ? 'none' : show(text))
  const changes = !first && step.before !== step.after
  return {
    amount: first ? amount(step.after) : changes || step.factor !== '1' ? `× ${formatFactor(step.factor)}` : '',
    source: (
      <>
        {step.reason}{' '}
        {changes && (
          <span className="whitespace-nowrap">
            {amount(step.before)} becomes {amount(step.after)}.
          </span>
        )}
        <span className="block text-12 text-ink-2">{step.citation}</span>
      </>
    ),
  }
}

function resultWords(line: CalculatedLine, measure: Measure, policy: string, training: boolean): string {
  const release = line.release ? `, ${line.release}` : ''
  if (measure === 'payment') {
    const factor = line.conversionFactor ? `, ${line.conversionFactor} dollars per RVU` : ''
    return `allowed by Medicare${release}${factor}`
  }
  return `${training ? 'training work' : 'credited'} under ${policy}${release}`
}
