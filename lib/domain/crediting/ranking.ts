import { fewer, wholeNumber } from '../shared/count'
import { ONE, times } from '../shared/exact'
import { beyondBase, familiesOf, fullUnits, groupOf, lacksBase, type Draft, type RankGroup } from './endoscopy'
import type { Term } from './explanation'
import { scaled, type RankBook } from './rank-book'
import type { Settings } from './settings'
import { has, takesPart, type Placement, type Side, type Slice, type WorkingLine } from './working-line'

const RANKED = ['2', '3']
const UNRANKED_MODIFIERS = ['55', '56']

/** The lines of a session that take a rank (domain D2). The second line of a pair stands in the rank of the first. */
export function surgicalLines(
  session: readonly WorkingLine[],
  { returnRank }: Pick<Settings, 'returnRank'>,
): readonly WorkingLine[] {
  const unranked = returnRank === 'none' ? ['78', ...UNRANKED_MODIFIERS] : UNRANKED_MODIFIERS
  return session.filter(
    (line) =>
      RANKED.includes(line.row.multipleProcedure) && takesPart(line) && !unranked.some((each) => has(line, each)),
  )
}

function groupsOf(lines: readonly WorkingLine[], book: RankBook): readonly RankGroup[] {
  const alone = lines.filter((line) => line.pair?.position !== 'second')
  const families = familiesOf(alone)
  const groups = families.map((family) => groupOf(family, book))
  const inFamily = new Set(families.flatMap((family) => [...family.members, ...family.bases]))
  for (const line of alone) if (!inFamily.has(line)) groups.push(singleOf(line, book))
  return groups.sort((a, b) => {
    if (a.total !== b.total) return a.total > b.total ? -1 : 1
    return book.compareTies(a.lead, b.lead)
  })
}

function singleOf(line: WorkingLine, book: RankBook): RankGroup {
  const { units } = line.line
  const total = scaled(book.amountOf(line), book.sideOf(line).factor)
  return { lead: line, family: null, total, repeat: units, lines: [{ line, drafts: [fullUnits(units)] }] }
}

function sliceAt(draft: Draft, rank: number, book: RankBook): Slice {
  const beyondLast = book.lastRank !== null && rank > book.lastRank
  return {
    count: draft.count,
    kind: draft.kind,
    base: draft.base,
    baseBothSides: draft.baseBothSides,
    rank,
    rankFactor: rank === 1 || book.lowerRank === null ? ONE : book.lowerRank,
    byReport: book.measure === 'payment' && draft.kind !== 'included' && (beyondLast || lacksBase(draft)),
  }
}

/** The units of one line over the ranks from `first`: the first, those with a set factor, those without. */
function sliceUnits(draft: Draft, first: number, book: RankBook): readonly Slice[] {
  const slices: Slice[] = []
  let rank = first
  let left = wholeNumber(draft.count)
  while (left > 0) {
    const last = rank === 1 ? 1 : book.lastRank !== null && rank <= book.lastRank ? book.lastRank : Infinity
    const count = fewer(left, last - rank + 1)
    slices.push(sliceAt({ ...draft, count: BigInt(count) }, rank, book))
    rank += count
    left -= count
  }
  return slices
}

const slicesOf = (drafts: readonly Draft[], rank: number, repeat: number, book: RankBook): readonly Slice[] =>
  repeat === 1
    ? drafts.map((draft) => sliceAt(draft, rank, book))
    : drafts.flatMap((draft) => sliceUnits(draft, rank, book))

/**
 * Ranks the surgical lines of one session: the highest in full, the rest at half, families together (domain D2, D3;
 * Medicare Claims Processing Manual, chapter 12, section 40.6). Fees and work are ranked apart, each by its book.
 */
export function rankSurgery(lines: readonly WorkingLine[], book: RankBook): ReadonlyMap<WorkingLine, Placement> {
  const placements = new Map<WorkingLine, Placement>()
  const groups = groupsOf(lines, book)
  const ranks = book.lowerRank === null ? 1 : groups.reduce((sum, group) => sum + group.repeat, 0)
  let rank = 1
  for (const group of groups) {
    for (const { line, drafts } of group.lines) {
      placements.set(line, { slices: slicesOf(drafts, rank, group.repeat, book), ranks, family: group.family })
    }
    rank += group.repeat
  }
  return placements
}

/** The terms of a line after ranking, with or without the factor of its rank. */
export function placedTerms(
  amount: bigint,
  sides: readonly Side[],
  slices: readonly Slice[],
  withRank: boolean,
): Term[] {
  const terms: Term[] = []
  for (const side of sides) {
    for (const slice of slices) {
      const { amount: each, factor } = unitOf(amount, side, slice)
      const count = slice.count * side.count
      terms.push({ count, amount: each, factor: withRank ? times(factor, slice.rankFactor) : factor })
    }
  }
  return terms
}

function unitOf(amount: bigint, side: Side, slice: Slice): Pick<Term, 'amount' | 'factor'> {
  if (slice.kind === 'included') return { amount: 0n, factor: ONE }
  if (slice.kind === 'full' || slice.base < 0n) return { amount, factor: side.factor }
  return beyondBase(amount, side.factor, slice.base, side.both ? slice.baseBothSides : ONE)
}
