import { allowedTotal, countedOf, countedTotal, isTraining } from '../domain/calculator/difference'
import type { CalculatedCase, CalculatedLine, CaseTotals } from '../domain/crediting/case'
import { isManual } from '../domain/crediting/manual-totals'
import type { Plan } from '../domain/calculator/plan'
import { withDateWords } from './date'
import { differenceWords, enteredBesideWords, type AnswerNames } from './difference-words'
import { formatDollarsAndCents, formatWorkRvu, plural } from './number'
import { planWords } from './plan-words'

/** Releases that an answer used, oldest first. */
export const releasesOf = ({ lines }: CalculatedCase): readonly string[] =>
  [...new Set(lines.flatMap(({ release }) => release ?? []))].sort()

/** `CMS Physician Fee Schedule, RVU26C, 33.4009 dollars per RVU, national average. Credited under CMS adjusted.` */
export function sourceWords(answer: CalculatedCase, where: string, plan: Plan): string {
  const factor = answer.conversionFactor
    ? `${answer.conversionFactor} dollars per RVU`
    : 'each date at its own conversion factor'
  const releases = releasesOf(answer).join(', ') || 'no release'
  return `CMS Physician Fee Schedule, ${releases}, ${factor}, ${where}. Credited under ${planWords(answer.policy, plan)}.`
}

/** `1 line with a value entered by you: 12.00 credited and $850.00 allowed, apart from the total.` Null without one. */
const enteredWords = ({ lines, creditedWorkRvu, allowed }: CaseTotals['manual']): string | null =>
  lines === 0
    ? null
    : `${plural(lines, 'line')} with a value entered by you: ${formatWorkRvu(creditedWorkRvu)} credited and ${formatDollarsAndCents(allowed)} allowed, apart from the total.`

/** What a case counts beside work and dollars, each in a sentence of its own. */
function apartWords({ asaUnits, limitingCharge, manual, postoperativeVisits }: CaseTotals): readonly string[] {
  return [
    ...(asaUnits === '0.0' ? [] : [`${asaUnits} anesthesia units, base and time: never added to work RVUs.`]),
    ...[enteredWords(manual) ?? []].flat(),
    ...(limitingCharge === null ? [] : [`The most you may charge: ${formatDollarsAndCents(limitingCharge)}.`]),
    ...(postoperativeVisits === 0 ? [] : [`${plural(postoperativeVisits, 'visit')} after surgery, without a value.`]),
  ]
}

/** What stands beside the first answer, and what the two are called. */
export interface BesideText {
  readonly answer: CalculatedCase
  readonly names: AnswerNames
  /** Over each table: `First case`, `RVU25D`. */
  readonly heads: AnswerNames
}

interface CaseTextParts {
  readonly answer: CalculatedCase
  readonly beside: BesideText | null
  /** By code, in our own words. */
  readonly titles: Readonly<Record<string, string>>
  /** "national average", or the locality. */
  readonly where: string
  /** What it was credited under. */
  readonly plan: Plan
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

/** A value that is a comparable code's says which. */
const likeWords = ({ row, code }: CalculatedLine): string =>
  row === null || row.code === code ? '' : `like ${row.code}, `

/** The title, and what the columns do not say of the line. */
function whatOf(line: CalculatedLine, titles: CaseTextParts['titles']): string {
  const said = [
    titles[line.code] ?? [],
    line.anesthesia ? `${line.anesthesia.units} anesthesia units` : [],
    isManual(line) ? `${likeWords(line)}value entered by hand, not in the total` : [],
  ]
  return said.flat().join('; ')
}

/** A case as plain text, its columns in line, for a mail or a note; no title is cut off, so they stand last. */
export function caseText({ answer, beside, titles, where, plan, date, url }: CaseTextParts): string {
  const source = (of: CalculatedCase) => sourceWords(of, where, plan)
  const one = `RVU Edge, case of ${date}, work RVUs and dollars`
  return [
    beside === null ? one : `${one}: ${beside.heads.first} and ${beside.heads.second}`,
    '',
    ...(beside === null ? [] : [beside.heads.first]),
    ...tableOf(answer, titles, source(answer)),
    ...(beside === null ? [] : ['', beside.heads.second, ...tableOf(beside.answer, titles, source(beside.answer)), '']),
    ...(beside === null ? [] : differenceOf(answer, beside)),
    'Allowed amounts are before deductible, coinsurance and sequestration.',
    url,
    '',
  ].join('\n')
}

function differenceOf(first: CalculatedCase, { answer, names }: BesideText): readonly string[] {
  const entered = enteredBesideWords(first, answer)
  return [`${differenceWords(first, answer, names)}.`, ...(entered === null ? [] : [entered])]
}

function tableOf(answer: CalculatedCase, titles: CaseTextParts['titles'], source: string): readonly string[] {
  const head = ['Code', 'Listed', isTraining(answer) ? 'Training' : 'Credited', 'Medicare', 'What']
  const rows = answer.lines.map((line) => [
    nameOf(line),
    work(line.workRvu),
    work(countedOf(line)),
    dollars(line.allowed),
    whatOf(line, titles),
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
    ...[inLine(head), rule, ...rows.map(inLine), rule, inLine(total), ''],
    ...apartWords(totals),
    source,
    ...answer.warnings.map(({ message }) => withDateWords(message)),
  ]
}
