import { calendarDate } from '@/lib/domain/shared/date'
import { parseQuickLog } from '@/lib/domain/quick-log/parse'
import type { QuickLogContext, QuickLogLine, QuickLogReading } from '@/lib/domain/quick-log/reading'

/** A small made-up schedule: which codes exist, and which modifiers their rows allow. */
const VISIT = ['24', '25', '52', '57', 'GC', '95']
const SURGERY = ['22', '51', '52', '53', '58', '59', '62', '78', '80', 'AS', 'LT', 'RT', '50', 'X2']
const withoutBilateral = SURGERY.filter((modifier) => modifier !== '50')

const ROWS: Readonly<Record<string, readonly string[]>> = {
  '99213': VISIT,
  '99214': VISIT,
  '99215': VISIT,
  '99223': VISIT,
  '99291': VISIT,
  '99292': VISIT,
  '27447': SURGERY,
  '43644': withoutBilateral,
  '47562': withoutBilateral,
  '49505': SURGERY,
  '49650': SURGERY,
  '52000': withoutBilateral,
  '00100': ['QK', 'AA', 'P1'],
  '0001F': [],
  '0075T': withoutBilateral,
  G0105: ['53'],
  S9451: [],
}

const WORDS: Readonly<Record<string, readonly string[]>> = {
  'lap chole': ['47562'],
  tka: ['27447'],
  hernia: ['49505', '49650'],
  'office visit': ['99213'],
  lap: ['43644', '47562', '49650'],
}

/** Tuesday. */
export const TODAY = calendarDate('2026-11-03')

export const context: QuickLogContext = {
  today: TODAY,
  knows: (code) => Object.hasOwn(ROWS, code),
  allows: (code, modifier) => ROWS[code]?.includes(modifier) ?? false,
  find: (words) => (Object.hasOwn(WORDS, words) ? (WORDS[words] ?? []) : []),
}

export const read = (text: string): QuickLogReading => parseQuickLog(text, context)

/** `47562-22x2`, as a person would write the line. */
export const print = (line: QuickLogLine): string =>
  [line.code, ...line.modifiers].join('-') + (line.units === 1 ? '' : `x${line.units}`)

/** Lines separated by a space, patients by `; `, then what stayed unparsed in brackets. */
export function summary(text: string): string {
  const { lines, unparsed } = read(text)
  const patients = [...new Set(lines.map((line) => line.caseIndex))]
  const cases = patients.map((index) =>
    lines
      .filter((line) => line.caseIndex === index)
      .map(print)
      .join(' '),
  )
  return [cases.join('; '), ...unparsed.map((item) => `[${item.text}]`)].filter((part) => part !== '').join(' ')
}

export const issuesIn = (text: string): readonly string[] =>
  read(text).lines.flatMap((line) => line.issues.map((issue) => issue.code))

/** Rebuilt from the ranges alone: which characters are in no line and no unparsed text, or in two. */
export function coverageFaults(text: string): readonly string[] {
  const { lines, unparsed } = read(text)
  const counts = Array.from({ length: text.length }, () => 0)
  for (const { start, end } of [...lines.map((line) => line.text), ...unparsed]) {
    for (let at = start; at < end; at++) counts[at] = (counts[at] ?? 0) + 1
  }
  return counts.flatMap((count, at) => {
    if (count > 1) return [`${at} is covered ${count} times`]
    return count === 0 && /\S/.test(text.charAt(at)) ? [`${at} "${text.charAt(at)}" is lost`] : []
  })
}
