import { allowedTotal, countedOf, countedTotal, isTraining } from '../domain/calculator/difference'
import type { CalculatedCase, CalculatedLine } from '../domain/crediting/case'
import { POLICY_PRESETS, type PolicyBase } from '../domain/crediting/policy'
import { withDateWords } from './date'
import { formatDollarsAndCents, formatWorkRvu } from './number'

const policyWords = (policy: string): string => POLICY_PRESETS[policy as PolicyBase]?.name ?? policy

/** Releases that an answer used, oldest first. */
export const releasesOf = ({ lines }: CalculatedCase): readonly string[] =>
  [...new Set(lines.flatMap(({ release }) => release ?? []))].sort()

/** `CMS Physician Fee Schedule, RVU26C, 33.4009 dollars per RVU, national average. Credited under CMS adjusted.` */
export function sourceWords(answer: CalculatedCase, where: string): string {
  const factor = answer.conversionFactor
    ? `${answer.conversionFactor} dollars per RVU`
    : 'each date at its own conversion factor'
  const releases = releasesOf(answer).join(', ') || 'no release'
  return `CMS Physician Fee Schedule, ${releases}, ${factor}, ${where}. Credited under ${policyWords(answer.policy)}.`
}

interface CaseTextParts {
  readonly answer: CalculatedCase
  /** By code, in our own words. */
  readonly titles: Readonly<Record<string, string>>
  /** "national average", or the locality. */
  readonly where: string
  /** Of the case: `Mar 2, 2026`. */
  readonly date: string
  /** Where the case opens again. */
  readonly url: string
}

const none = 'none'
const work = (amount: string | null): string => (amount === null ? none : formatWorkRvu(amount))
const dollars = (amount: string | null): string => (amount === null ? none : formatDollarsAndCents(amount))

function nameOf({ code, modifiers, units }: CalculatedLine): string {
  return `${code}${modifiers.map((each) => `-${each}`).join('')}${units === 1 ? '' : ` x${units}`}`
}

/** A case as plain text, its columns in line, for a mail or a note; no title is cut off, so they stand last. */
export function caseText({ answer, titles, where, date, url }: CaseTextParts): string {
  const head = ['Code', 'Listed', isTraining(answer) ? 'Training' : 'Credited', 'Medicare', 'What']
  const rows = answer.lines.map((line) => [
    nameOf(line),
    work(line.workRvu),
    work(countedOf(line)),
    dollars(line.allowed),
    titles[line.code] ?? '',
  ])
  const { totals } = answer
  const total = ['Total', work(totals.workRvu), work(countedTotal(answer)), dollars(allowedTotal(answer)), '']
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...[head, ...rows, total].map((row) => row[column]?.length ?? 0)),
  )
  const inLine = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd()
  const rule = '-'.repeat(widths.reduce((sum, width) => sum + width, 6))
  return [
    `RVU Edge, case of ${date}, work RVUs and dollars`,
    '',
    inLine(head),
    rule,
    ...rows.map(inLine),
    rule,
    inLine(total),
    '',
    sourceWords(answer, where),
    ...answer.warnings.map(({ message }) => withDateWords(message)),
    'Allowed amounts are before deductible, coinsurance and sequestration.',
    url,
    '',
  ].join('\n')
}
