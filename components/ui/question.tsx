import type { ReactNode } from 'react'

export interface Answer {
  readonly value: string
  readonly label: ReactNode
  /** What choosing it does. */
  readonly note?: ReactNode
  /** The number that it leads to. */
  readonly number: string
}

interface QuestionProps {
  /** A real question: "Whose admissions are the two 99223?" */
  readonly question: string
  readonly why?: ReactNode
  readonly name: string
  readonly answers: readonly Answer[]
  /** The likeliest, chosen from the start, so that the question never blocks. */
  readonly chosen: string
  readonly onChoose?: (value: string) => void
}

/** What the log cannot settle, with the number that each answer leads to. */
export function Question({ question, why, name, answers, chosen, onChoose }: QuestionProps) {
  return (
    <fieldset className="min-w-0 border-l-2 border-warn-line bg-warn-wash px-4 pt-3 pb-2">
      <legend className="float-left w-full text-14 leading-note font-strong">{question}</legend>
      {why && <p className="clear-both mt-0.5 text-13 leading-note text-ink-2">{why}</p>}
      <div className="clear-both">
        {answers.map((answer) => (
          <AnswerRow
            key={answer.value}
            name={name}
            answer={answer}
            chosen={chosen === answer.value}
            onChoose={onChoose}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface AnswerRowProps {
  readonly name: string
  readonly answer: Answer
  readonly chosen: boolean
  readonly onChoose: ((value: string) => void) | undefined
}

function AnswerRow({ name, answer, chosen, onChoose }: AnswerRowProps) {
  const state = onChoose ? { checked: chosen, onChange: () => onChoose(answer.value) } : { defaultChecked: chosen }
  return (
    <label className="grid min-h-hit grid-cols-[auto_minmax(0,1fr)_auto] items-baseline gap-x-3 border-b border-rule-2 py-2 text-14 leading-data last:border-b-0 max-sm:py-3">
      <input {...state} type="radio" name={name} value={answer.value} className="radio self-start" />
      <span>
        {answer.label}
        {answer.note && <span className="block text-13 text-ink-2">{answer.note}</span>}
      </span>
      <span className="text-right">{answer.number}</span>
    </label>
  )
}
