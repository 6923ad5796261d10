import type { CalendarDate } from '../shared/date'
import { ONE, factor, percent, printCents, printFactor, times, type Cents, type Factor } from '../shared/exact'
import type { RowModifier } from '../schedule/row'
import { CITATION } from './citation'
import type { Note, Term } from './explanation'
import { scaled } from './rank-book'
import { priceRow, type RowPrice } from './row-price'
import type { Settings } from './settings'
import { compareIdentity, takesPart, type Apportioned, type PartOfLine, type WorkingLine } from './working-line'

/** How the parts of later tests of a session are paid (domain D4, D6). */
type Rule = {
  readonly takes: (line: WorkingLine) => boolean
  readonly professional: (settings: Settings, date: CalendarDate) => Factor
  readonly technical: Factor
  readonly name: string
  readonly citation: string
}

const wholly = (): Factor => ONE

/** Professional parts of imaging are reduced since 2012, by less since 2017 (domain D4). */
function imagingShare({ imagingProfessional, imagingProfessionalBefore2017 }: Settings, date: CalendarDate): Factor {
  if (date >= '2017-01-01') return factor(imagingProfessional)
  return date >= '2012-01-01' ? factor(imagingProfessionalBefore2017) : ONE
}

const SEPARATE_SESSION = ['59', 'XE']

const RULES: readonly Rule[] = [
  {
    takes: ({ row, modifiers }) =>
      row.multipleProcedure === '4' &&
      row.imagingFamily === '88' &&
      !modifiers.some((each) => SEPARATE_SESSION.includes(each)),
    professional: imagingShare,
    technical: factor('0.5'),
    name: 'imaging-parts',
    citation: CITATION.imaging,
  },
  {
    takes: ({ row }) => row.multipleProcedure === '6',
    professional: wholly,
    technical: factor('0.75'),
    name: 'cardiovascular-parts',
    citation: CITATION.diagnostic,
  },
  {
    takes: ({ row }) => row.multipleProcedure === '7',
    professional: wholly,
    technical: factor('0.8'),
    name: 'eye-parts',
    citation: CITATION.diagnostic,
  },
]

/** Indicators of the rules above. */
const DIVIDED = ['4', '6', '7']

type Parts = { readonly line: WorkingLine; readonly professional: RowPrice | null; readonly technical: RowPrice | null }

/** The parts of a line, each by its own row; null where CMS publishes no parts of it (a test that is only global). */
function partsOf(line: WorkingLine): Parts | null {
  const { row, price } = line
  if (price === null) return null
  if (row.modifier === '26' || row.pcTc === '2') return { line, professional: price, technical: null }
  if (row.modifier === 'TC' || row.pcTc === '3') return { line, professional: null, technical: price }
  const priceOf = (modifier: RowModifier): RowPrice | null => {
    const part = line.view.rowsOf(line.row.code).find((each) => each.modifier === modifier)
    return part ? priceRow(part, line.basis) : null
  }
  const professional = priceOf('26')
  const technical = priceOf('TC')
  return professional && technical ? { line, professional, technical } : null
}

type Side = 'professional' | 'technical'

const bothSides = (line: WorkingLine): Factor => line.pair?.payment ?? line.paymentSides[0]?.factor ?? ONE

/** The line whose part is the highest of the session: it keeps that part in full, for one unit. */
function highest(all: readonly Parts[], side: Side): WorkingLine | null {
  const weigh = ({ line, [side]: price }: Parts): bigint => scaled(price?.uncapped ?? 0n, bothSides(line))
  let first: Parts | null = null
  for (const each of all) {
    if (each[side] === null) continue
    const order = first === null ? 1n : weigh(each) - weigh(first)
    if (order > 0n || (order === 0n && first !== null && isBefore(each.line, first.line))) first = each
  }
  return first?.line ?? null
}

function isBefore(a: WorkingLine, b: WorkingLine): boolean {
  const byWork = (b.work ?? 0n) - (a.work ?? 0n)
  return byWork === 0n ? compareIdentity(a, b) < 0 : byWork < 0n
}

/** A reduced part: reduced first, the outpatient cap after, never the other way (domain B3). */
function partTerm(price: RowPrice, reduction: Factor, sides: Factor, count: bigint): Term {
  const { uncapped, cap } = price
  const capBinds = cap !== null && cap * reduction.denominator < uncapped * reduction.numerator
  return capBinds ? { count, amount: cap, factor: sides } : { count, amount: uncapped, factor: times(reduction, sides) }
}

type Reduction = { readonly professional: Factor; readonly technical: Factor }
/** A rule with the shares of its day. */
type Reducing = Reduction & Pick<Rule, 'name' | 'citation'>
const isWhole = (reduction: Reduction): boolean => reduction.professional === ONE && reduction.technical === ONE

const CODE_OF_PART = { professional: '26', technical: 'TC' } as const

/** One unit: whole where no part is reduced (line by line, domain D4), else the sum of its parts. */
function unitOf(parts: Parts, reduction: Reduction, units: bigint): { terms: Term[]; parts: PartOfLine[] } {
  const listed: PartOfLine[] = []
  const partTerms: Term[] = []
  for (const side of ['professional', 'technical'] as const) {
    const price = parts[side]
    if (price === null) continue
    const terms = parts.line.paymentSides.map((each) =>
      partTerm(price, reduction[side], each.factor, each.count * units),
    )
    partTerms.push(...terms)
    const head = {
      component: CODE_OF_PART[side],
      fee: printCents(price.uncapped as Cents),
      factor: printFactor(reduction[side]),
    }
    listed.push({ head, terms })
  }
  if (!isWhole(reduction)) return { terms: partTerms, parts: listed }
  const fee = parts.line.price?.fee ?? 0n
  const terms = parts.line.paymentSides.map((each) => ({ count: each.count * units, amount: fee, factor: each.factor }))
  return { terms, parts: listed }
}

/** Reductions of one unit; a part that the line does not have counts as whole. `top` names who keeps a part in full. */
function reductionOf(parts: Parts, rule: Reducing, top: Record<Side, WorkingLine | null>): Reduction {
  const lead = parts.line.pair?.first ?? parts.line
  const of = (side: Side): Factor => (parts[side] === null || top[side] === lead ? ONE : rule[side])
  return { professional: of('professional'), technical: of('technical') }
}

const NOBODY: Record<Side, WorkingLine | null> = { professional: null, technical: null }

function apportion(parts: Parts, top: Record<Side, WorkingLine | null>, rule: Reducing): Apportioned {
  const { units } = parts.line.line
  const first = reductionOf(parts, rule, top)
  const one = unitOf(parts, first, 1n)
  const rest = units > 1 ? unitOf(parts, reductionOf(parts, rule, NOBODY), BigInt(units - 1)) : { terms: [], parts: [] }
  return {
    terms: [...one.terms, ...rest.terms],
    parts: [...one.parts, ...rest.parts],
    note: noteOf(rule, isWhole(first) && units === 1),
  }
}

function noteOf(rule: Reducing, whole: boolean): Note {
  const professional = rule.professional === ONE ? '' : `, professional part ${percent(rule.professional)}`
  const reason = whole
    ? 'Highest of the tests of the session: in full.'
    : `Not the highest in each part: technical part ${percent(rule.technical)} of its fee${professional}, the highest part in full.`
  return { rule: rule.name, reason, citation: rule.citation }
}

/**
 * Splits the tests of a session into professional and technical parts and reduces all but the highest of each
 * (domain D4, D6). Work is not reduced. Units of one line beyond its first are later tests.
 */
export function apportionTests(session: readonly WorkingLine[], settings: Settings): void {
  if (!session.some((line) => DIVIDED.includes(line.row.multipleProcedure))) return
  for (const rule of RULES) {
    const tests = session.filter((line) => line.price !== null && rule.takes(line) && takesPart(line))
    const all = tests.flatMap((line) => partsOf(line) ?? [])
    const leads = all.filter(({ line }) => line.pair?.position !== 'second')
    if (leads.reduce((sum, { line }) => sum + line.line.units, 0) < 2) continue
    const top = { professional: highest(leads, 'professional'), technical: highest(leads, 'technical') }
    const date = session[0]?.line.dateOfService
    const professional = date === undefined ? ONE : rule.professional(settings, date)
    for (const parts of all) parts.line.apportioned = apportion(parts, top, { ...rule, professional })
  }
}
