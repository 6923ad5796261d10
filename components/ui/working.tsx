import type { ReactNode } from 'react'

export interface WorkingStep {
  /** With its sign: "7.76", "× 0.50", "− 3.18". */
  readonly amount: string
  /** Where the factor comes from. */
  readonly source: ReactNode
}

export interface WorkingProps {
  /** Said aloud before the arithmetic: "Why 3.88". */
  readonly title: string
  readonly titleShown?: boolean
  readonly steps: readonly WorkingStep[]
  readonly result: WorkingStep
  /** Citation, policy and version; always last. */
  readonly cite?: ReactNode
  /** On a well the panel is paper, so that it still stands out. */
  readonly onWell?: boolean
}

/** The arithmetic of one number, the source of each factor beside it and a rule before the result. */
export function Working({ title, titleShown = false, steps, result, cite, onWell = false }: WorkingProps) {
  return (
    <div
      data-on-well={onWell || undefined}
      className="working border-l-2 border-accent px-4 pt-4 pb-3 text-13 leading-[1.5] text-ink"
    >
      <table className="w-full border-collapse">
        <caption className={titleShown ? 'pb-2 text-left font-strong text-ink-2' : 'sr-only'}>{title}</caption>
        <tbody>
          {steps.map((step, at) => (
            <StepRow key={at} step={step} />
          ))}
          <StepRow step={result} isResult />
        </tbody>
      </table>
      {cite && <p className="mt-2 border-t border-rule-2 pt-2 text-12 text-ink-2">{cite}</p>}
    </div>
  )
}

function StepRow({ step, isResult = false }: { readonly step: WorkingStep; readonly isResult?: boolean }) {
  return (
    <tr className={isResult ? 'eq' : undefined}>
      <th scope="row" className="w-[4.6em] pr-4 text-right align-baseline text-14 font-strong whitespace-nowrap">
        {step.amount}
      </th>
      <td className="align-baseline">{step.source}</td>
    </tr>
  )
}
