import type { CalculatedLine, Step } from '@/lib/domain/crediting/case'
import { CITATION } from '@/lib/domain/crediting/citation'
import { formatFactor, formatWorkRvu } from '@/lib/format/number'
import { Working, type WorkingStep } from '../ui/working'

interface LineWorkingProps {
  readonly line: CalculatedLine
  /** The policy's name: "CMS adjusted". */
  readonly policy: string
}

/** How one credited number was made: the engine's own steps, in the order done. */
export function LineWorking({ line, policy }: LineWorkingProps) {
  const steps = countedSteps(line)
  const credited = formatWorkRvu(line.trainingWorkRvu ?? line.creditedWorkRvu ?? '0')
  const [first, ...rest] = steps
  return (
    <Working
      title={`Why ${credited}`}
      steps={first ? [listed(line, first), ...rest.map(asStep)] : []}
      result={{ amount: credited, source: `${isTraining(line) ? 'training work' : 'credited'} under ${policy}` }}
      cite={[...new Set(creditSteps(line).map((step) => step.citation))].join('. ')}
    />
  )
}

/** Done in training: credited nothing, and counted apart as what it would be worth. */
export const isTraining = (line: CalculatedLine): boolean => line.trainingWorkRvu !== null

/** The steps that end in the number shown: for work in training without the one that credits nothing. */
export const countedSteps = (line: CalculatedLine): readonly Step[] =>
  isTraining(line) ? creditSteps(line).filter((step) => step.rule !== 'training') : creditSteps(line)

/** The steps that end in the credited amount. */
export const creditSteps = (line: CalculatedLine): readonly Step[] =>
  line.steps.filter((step) => step.measure === 'credit')

function listed(line: CalculatedLine, step: Step): WorkingStep {
  const release = line.release && !isFrozen(step) ? `, ${line.release}` : ''
  return { amount: formatWorkRvu(step.after ?? '0'), source: `work RVU of ${line.code}${release}. ${step.reason}` }
}

/** Credited by the table of another release than that of the day, which the reason names. */
const isFrozen = (step: Step): boolean => step.citation === CITATION.policy

const asStep = (step: Step): WorkingStep => ({ amount: `× ${formatFactor(step.factor)}`, source: step.reason })

/** The step that takes a visit into the package of an operation: shown as a question, since 24, 25 or 57 may undo it. */
export const visitInPackage = (line: CalculatedLine): Step | undefined =>
  creditSteps(line).find((step) => step.rule === 'in-global-period')

/**
 * Why a line is credited as it is, in the engine's words: every step after the listed value, that value where it is of
 * another table, and what 22 will need.
 */
export function reasonOf(line: CalculatedLine): string {
  const [first, ...after] = creditSteps(line).filter((step) => step !== visitInPackage(line))
  const rest = first && isFrozen(first) ? [first, ...after] : after
  const effort = line.steps.filter((step) => step.measure === 'payment' && step.rule === 'unusual-effort')
  return [...new Set([...rest, ...effort].map((step) => step.reason))].join(' ')
}
