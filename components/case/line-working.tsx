import type { CalculatedLine, Step } from '@/lib/domain/crediting/case'
import { formatFactor, formatWorkRvu } from '@/lib/format/number'
import { Working, type WorkingStep } from '../ui/working'

interface LineWorkingProps {
  readonly line: CalculatedLine
  /** The policy's name: "CMS adjusted". */
  readonly policy: string
}

/** How one credited number was made: the engine's own steps, in the order done. */
export function LineWorking({ line, policy }: LineWorkingProps) {
  const steps = creditSteps(line)
  const credited = formatWorkRvu(line.trainingWorkRvu ?? line.creditedWorkRvu ?? '0')
  const [first, ...rest] = steps
  return (
    <Working
      title={`Why ${credited}`}
      steps={first ? [listed(line, first), ...rest.map(asStep)] : []}
      result={{ amount: credited, source: `credited under ${policy}` }}
      cite={[...new Set(steps.map((step) => step.citation))].join('. ')}
    />
  )
}

/** The steps that end in the credited amount. */
export const creditSteps = (line: CalculatedLine): readonly Step[] =>
  line.steps.filter((step) => step.measure === 'credit')

function listed(line: CalculatedLine, step: Step): WorkingStep {
  const release = line.release ? `, ${line.release}` : ''
  return { amount: formatWorkRvu(step.after ?? '0'), source: `work RVU of ${line.code}${release}. ${step.reason}` }
}

const asStep = (step: Step): WorkingStep => ({ amount: `× ${formatFactor(step.factor)}`, source: step.reason })

/** The step that takes a visit into the package of an operation: shown as a question, since 24, 25 or 57 may undo it. */
export const visitInPackage = (line: CalculatedLine): Step | undefined =>
  creditSteps(line).find((step) => step.rule === 'in-global-period')

/** Why a line is credited as it is, in the engine's words: every step after the listed value, and what 22 will need. */
export function reasonOf(line: CalculatedLine): string {
  const [, ...rest] = creditSteps(line).filter((step) => step !== visitInPackage(line))
  const effort = line.steps.filter((step) => step.measure === 'payment' && step.rule === 'unusual-effort')
  return [...new Set([...rest, ...effort].map((step) => step.reason))].join(' ')
}
