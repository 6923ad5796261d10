import { ONE, type Factor } from '../shared/exact'
import { scaled, type RankBook } from './rank-book'
import type { Slice, WorkingLine } from './working-line'

/** Lines that share an endoscopy base in one session, with the base itself where it was done too (domain D3). */
export type Family = {
  readonly base: string
  readonly first: WorkingLine
  readonly members: WorkingLine[]
  readonly bases: WorkingLine[]
}

export type Draft = Omit<Slice, 'rank' | 'rankFactor' | 'byReport'>
export type DraftLine = { readonly line: WorkingLine; readonly drafts: readonly Draft[] }
/** What takes one rank together: a family, or each unit of one line. `total` is in millionths. */
export type RankGroup = {
  readonly lead: WorkingLine
  readonly family: string | null
  readonly total: bigint
  readonly repeat: number
  readonly lines: readonly DraftLine[]
}

const unitsOf = (lines: readonly WorkingLine[]): number => lines.reduce((sum, line) => sum + line.line.units, 0)

/** Families of at least two; a lone endoscopy is an ordinary line. The base belongs where a member is (domain D3). */
export function familiesOf(lines: readonly WorkingLine[]): readonly Family[] {
  if (!lines.some((line) => line.row.multipleProcedure === '3')) return []
  const byBase = new Map<string, Family>()
  for (const line of lines) {
    const base = line.row.endoscopyBase
    if (line.row.multipleProcedure !== '3' || base === '') continue
    const family = byBase.get(base) ?? { base, first: line, members: [], bases: [] }
    family.members.push(line)
    byBase.set(base, family)
  }
  if (byBase.size === 0) return []
  for (const line of lines) {
    if (line.row.multipleProcedure !== '3') byBase.get(line.row.code)?.bases.push(line)
  }
  return [...byBase.values()].filter(({ members, bases }) => unitsOf(members) + unitsOf(bases) > 1)
}

/** The amount of one unit of a family's member beyond its base, never under zero. */
export function beyondBase(
  amount: bigint,
  side: Factor,
  base: bigint,
  baseSide: Factor,
): { amount: bigint; factor: Factor } {
  const difference = amount * side.numerator * baseSide.denominator - base * baseSide.numerator * side.denominator
  const denominator = side.denominator * baseSide.denominator
  return { amount: difference > 0n ? difference : 0n, factor: { numerator: 1n, denominator } }
}

const FULL: Omit<Draft, 'count'> = { kind: 'full', base: 0n, baseBothSides: ONE }

const ONE_FULL: Draft = { ...FULL, count: 1n }

/** Units that stand for themselves at their full amount. */
export const fullUnits = (count: number): Draft => (count === 1 ? ONE_FULL : { ...FULL, count: BigInt(count) })

/** The base of a line as its units subtract it; without one, the difference is by report for payment. */
function difference(count: number, line: WorkingLine, book: RankBook): Draft {
  const { amount, bothSides } = book.baseOf(line, book.rules)
  return { kind: 'difference', count: BigInt(count), base: amount ?? -1n, baseBothSides: bothSides }
}

/** True where the base of the family has no amount to subtract. */
export const lacksBase = (draft: Draft): boolean => draft.kind === 'difference' && draft.base < 0n

function totalOf(line: WorkingLine, draft: Draft, book: RankBook): bigint {
  if (draft.kind === 'included' || lacksBase(draft)) return 0n
  const side = book.sideOf(line)
  const amount = book.amountOf(line)
  if (draft.kind === 'full') return draft.count * scaled(amount, side.factor)
  const beyond = beyondBase(amount, side.factor, draft.base, side.both ? draft.baseBothSides : ONE)
  return draft.count * scaled(beyond.amount, beyond.factor)
}

function draftsOf(line: WorkingLine, isFirst: boolean, book: RankBook): readonly Draft[] {
  const { units } = line.line
  if (!book.families) return [fullUnits(units)]
  if (!isFirst) return [difference(units, line, book)]
  return units === 1 ? [fullUnits(1)] : [fullUnits(1), difference(units - 1, line, book)]
}

/** One family as one group: the highest in full, the others beyond the base, the base included (domain D3). */
export function groupOf(family: Family, book: RankBook): RankGroup {
  const amount = (line: WorkingLine): bigint => scaled(book.amountOf(line), book.sideOf(line).factor)
  const members = [...family.members].sort((a, b) => {
    const order = amount(b) - amount(a)
    return order < 0n ? -1 : order > 0n ? 1 : book.compareTies(a, b)
  })
  const lines: DraftLine[] = members.map((line, index) => ({ line, drafts: draftsOf(line, index === 0, book) }))
  for (const line of family.bases) {
    const count = BigInt(line.line.units)
    lines.push({ line, drafts: [book.families ? { ...FULL, kind: 'included', count } : { ...FULL, count }] })
  }
  const total = lines.reduce(
    (sum, { line, drafts }) => drafts.reduce((s, draft) => s + totalOf(line, draft, book), sum),
    0n,
  )
  return { lead: members[0] ?? family.first, family: book.families ? family.base : null, total, repeat: 1, lines }
}
