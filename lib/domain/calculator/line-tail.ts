import { ENTERED_AMOUNT_SHAPE, ENTERED_WORK_SHAPE } from '../crediting/entered-value'
import { readDate } from '../shared/date'
import { MOST_DAYS, MOST_MINUTES, type CalculatorLine } from './state'

type Part = Partial<CalculatorLine>

interface Form {
  /** What tells this part from the others; its group is what it says. */
  readonly shape: RegExp
  /** Null where it says nothing that can be. */
  readonly read: (said: string) => Part | null
  /** Null where a line has nothing of it. */
  readonly write: (line: CalculatorLine) => string | null
}

const whole = (text: string, most: number): number | null =>
  /^\d{1,4}$/.test(text) && Number(text) <= most ? Number(text) : null

const count = (name: 'minutes' | 'postoperativeDays', unit: string, most: number): Form => ({
  shape: new RegExp(`^(.*)${unit.toUpperCase()}$`),
  read: (said) => {
    const number = whole(said, most)
    return number === null ? null : { [name]: number }
  },
  write: (line) => (line[name] === null ? null : `${line[name]}${unit}`),
})

const entered = (name: 'workRvu' | 'allowed' | 'comparator', word: string, shape: RegExp): Form => ({
  shape: new RegExp(`^${word.toUpperCase()}(.*)$`),
  read: (said) => (shape.test(said) ? { manual: { [name]: said } } : null),
  write: ({ manual }) => (manual?.[name] === undefined ? null : `${word}${manual[name]}`),
})

/** What stands behind a `~`, in the order written: `00790-AA~95min`, `47379@22~like47562`, `0652T~work12.00`. */
const FORMS = {
  date: {
    shape: /^(\d.*-.*)$/,
    read: (said) => {
      const dateOfService = readDate(said)
      return dateOfService && { dateOfService }
    },
    write: (line) => line.dateOfService,
  },
  minutes: count('minutes', 'min', MOST_MINUTES),
  days: count('postoperativeDays', 'days', MOST_DAYS),
  induction: {
    shape: /^(INDUCTION)$/,
    read: () => ({ presentAtInduction: true }),
    write: (line) => (line.presentAtInduction ? 'induction' : null),
  },
  work: entered('workRvu', 'work', ENTERED_WORK_SHAPE),
  allowed: entered('allowed', 'allowed', ENTERED_AMOUNT_SHAPE),
  like: entered('comparator', 'like', /^[A-Z0-9]{5}$/),
  other: {
    shape: /^(OTHER)$/,
    read: () => ({ provider: 'other' as const }),
    write: (line) => (line.provider === 'other' ? 'other' : null),
  },
} as const satisfies Record<string, Form>

export type Tail = keyof typeof FORMS
const TAILS = Object.keys(FORMS) as readonly Tail[]

export const writeTails = (line: CalculatorLine): string =>
  TAILS.flatMap((tail) => {
    const text = FORMS[tail].write(line)
    return text === null ? [] : [`~${text}`]
  }).join('')

/** What the parts say together; the first that is not understood, or comes twice, is named. */
export function readTails(texts: readonly string[]): Part | Tail | 'tail' {
  const seen = new Set<Tail>()
  let part: Part = {}
  for (const text of texts) {
    const tail = TAILS.find((each) => FORMS[each].shape.test(text))
    if (tail === undefined || seen.has(tail)) return tail ?? 'tail'
    seen.add(tail)
    const read: Part | null = FORMS[tail].read(FORMS[tail].shape.exec(text)?.[1] ?? '')
    if (read === null) return tail
    part = { ...part, ...read, ...(read.manual ? { manual: { ...part.manual, ...read.manual } } : {}) }
  }
  return part
}
