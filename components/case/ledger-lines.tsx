import { codeUrl } from '@/lib/domain/catalog/category'
import type { CalculatedLine, Flag } from '@/lib/domain/crediting/case'
import { isManual } from '@/lib/domain/crediting/manual-totals'
import { formatFactor, formatWorkRvu } from '@/lib/format/number'
import type { LedgerLine } from '../ui/ledger-line'
import { countedSteps, LineWorking, reasonOf, visitInPackage } from './line-working'

type Shown = {
  readonly id: string
  readonly title: string | null
  readonly policy: string
}

/** A calculated line as a row of the ledger, its number opening to the steps that made it. */
export function ledgerLine(line: CalculatedLine, { id, title, policy }: Shown): LedgerLine {
  const amount = line.creditedWorkRvu === null ? null : credited(line)
  const suffix = suffixOf(line)
  const flag = flagOf(line)
  const why = line.valid ? reasonOf(line) : ''
  return {
    id,
    code: line.code,
    title: title ?? untitled(line),
    listed: line.workRvu === null ? 'none' : formatWorkRvu(line.workRvu),
    factor: factorOf(line),
    credited: amount ?? 'none',
    ...pageOf(line),
    ...(suffix ? { suffix } : {}),
    ...(why ? { why } : {}),
    ...(flag ? { flag } : {}),
    ...(amount === null ? {} : { working: <LineWorking line={line} policy={policy} /> }),
  }
}

/** A code of the schedule has a page; one that was given a value by hand may be in no release. */
const hasPage = (line: CalculatedLine): boolean =>
  !line.flags.includes('CODE_UNKNOWN') && !(isManual(line) && line.row?.code !== line.code)

const pageOf = (line: CalculatedLine) => (hasPage(line) ? { href: codeUrl(line.code) } : {})
const untitled = (line: CalculatedLine): string => (hasPage(line) ? 'Not described yet' : 'In no release held here')

/** A trainee's line is credited 0 and shows what it is worth in training. */
function credited(line: CalculatedLine): string {
  return formatWorkRvu(line.trainingWorkRvu ?? line.creditedWorkRvu ?? '0')
}

export function suffixOf({
  modifiers,
  units,
}: {
  readonly modifiers: readonly string[]
  readonly units: number
}): string {
  const typed = modifiers.map((modifier) => `-${modifier}`).join('')
  return units === 1 ? typed : `${typed} ×${units}`.trim()
}

/** The factors of all credit steps together, as far as they are one number. */
function factorOf(line: CalculatedLine): string {
  const steps = countedSteps(line)
  const last = steps.at(-1)
  if (line.workRvu === null) return '–'
  if (!last || steps.length < 2) return formatFactor('1')
  const factors = steps.slice(1).filter((step) => step.factor !== '1' && step.rule !== 'units')
  const [only] = factors
  if (factors.length === 0) return formatFactor('1')
  return factors.length === 1 && only ? formatFactor(only.factor) : 'several'
}

/** Flags a person should look at, as a sentence; the engine's reason says more in the working. */
const FLAGS: Readonly<Partial<Record<Flag, string>>> = {
  ADD_ON_WITHOUT_PRIMARY: 'An add-on without its procedure. Add the procedure to this case.',
  MODIFIER_UNKNOWN: 'A modifier we do not know. Credited without it.',
  MANUAL_VALUE: 'A value entered by you: summed apart from the rest.',
  CONTRACTOR_PRICED: 'CMS sets no value for this code. Enter one on its case, or name a comparable code.',
}

function flagOf(line: CalculatedLine): string | null {
  if (!line.valid) return line.steps.at(-1)?.reason ?? 'This line cannot be valued as entered.'
  const flag = line.flags.find((each) => FLAGS[each] !== undefined)
  const words = [unitsReason(line), flag && FLAGS[flag]].filter(Boolean).join(' ')
  return words || (visitInPackage(line)?.reason ?? null)
}

/** Why the units are more than CMS expects: it says how many that are. */
export const unitsReason = (line: CalculatedLine): string | undefined =>
  line.steps.find(({ rule }) => rule === 'units-above-limit')?.reason
