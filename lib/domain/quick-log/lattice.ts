import { COST, type Edge, type LinePiece, type Piece, printLine } from './piece'
import type { Span } from './reading'
import { isBlank } from './scan'

/**
 * The cheapest chain of edges through a stretch of text, found by dynamic programming over its positions: forward for the
 * best reading up to each position, backward for the best reading from it on. Both are linear in the number of edges.
 */
type Sweep = {
  /** Cost of the best reading of the rest on this side of each position. */
  readonly cost: Float64Array
  /** Cost when the position lies inside a run that stays unread. */
  readonly inRun: Float64Array
  /** Where that run has its other end. */
  readonly runLimit: Int32Array
  /** The piece of the best reading that touches the position on this side. */
  readonly via: (Piece | null)[]
}

type Lattice = { readonly text: string; readonly span: Span; readonly edges: readonly (readonly Edge[])[] }

const emptySweep = (size: number): Sweep => ({
  cost: new Float64Array(size).fill(Infinity),
  inRun: new Float64Array(size).fill(Infinity),
  runLimit: new Int32Array(size),
  via: Array.from({ length: size }, () => null),
})

const at = (array: Float64Array, index: number): number => array[index] ?? Infinity

function improve(sweep: Sweep, position: number, cost: number, piece: Piece): void {
  if (cost >= at(sweep.cost, position)) return
  sweep.cost[position] = cost
  sweep.via[position] = piece
}

const unread = (span: Span, from: number, to: number): Piece => ({
  kind: 'unread',
  start: span.start + from,
  end: span.start + to,
})

function forward({ text, span, edges }: Lattice): Sweep {
  const size = span.end - span.start + 1
  const sweep = emptySweep(size)
  sweep.cost[0] = 0
  for (let position = 0; position < size; position++) {
    const runStart = sweep.runLimit[position] ?? 0
    const goingOn = at(sweep.inRun, position)
    if (goingOn < at(sweep.cost, position)) improve(sweep, position, goingOn, unread(span, runStart, position))
    const here = at(sweep.cost, position)
    for (const { piece, cost } of edges[position] ?? []) improve(sweep, piece.end - span.start, here + cost, piece)
    if (position + 1 === size || isBlank(text, span.start + position)) continue
    const fresh = here + COST.unreadStart
    sweep.inRun[position + 1] = Math.min(fresh, goingOn) + COST.unreadCharacter
    sweep.runLimit[position + 1] = fresh <= goingOn ? position : runStart
  }
  return sweep
}

function backward({ text, span, edges }: Lattice): Sweep {
  const size = span.end - span.start + 1
  const sweep = emptySweep(size)
  sweep.cost[size - 1] = 0
  for (let position = size - 1; position >= 0; position--) {
    const blank = position + 1 === size || isBlank(text, span.start + position)
    const goingOn = blank ? Infinity : at(sweep.inRun, position + 1) + COST.unreadCharacter
    const runEnd = sweep.runLimit[position + 1] ?? 0
    const fresh = goingOn + COST.unreadStart
    if (fresh < at(sweep.cost, position)) improve(sweep, position, fresh, unread(span, position, runEnd))
    for (const { piece, cost } of edges[position] ?? []) {
      improve(sweep, position, cost + at(sweep.cost, piece.end - span.start), piece)
    }
    const here = at(sweep.cost, position)
    sweep.inRun[position] = Math.min(here, goingOn)
    sweep.runLimit[position] = here <= goingOn ? position : runEnd
  }
  return sweep
}

/** Follows a sweep from a position until `until` says stop; the pieces come in the order of the text. */
function follow(sweep: Sweep, from: number, side: 'start' | 'end', offset: number, until: (p: number) => boolean) {
  const pieces: Piece[] = []
  let position = from
  for (let piece = sweep.via[position]; piece && !until(position); piece = sweep.via[position]) {
    pieces.push(piece)
    position = piece[side] - offset
  }
  return { pieces: side === 'start' ? pieces.reverse() : pieces, position }
}

const linesOf = (pieces: readonly Piece[]): readonly LinePiece[] => pieces.filter((piece) => piece.kind === 'line')
const printLines = (pieces: readonly Piece[]): string => linesOf(pieces).map(printLine).join(' and ')
const isSound = (pieces: readonly Piece[]): boolean =>
  pieces.every((piece) => piece.kind !== 'unread' && (piece.kind !== 'line' || piece.known))

type BestReading = {
  readonly pieces: readonly Piece[]
  /** The other reading, in words, of a line that could as well be read so. */
  readonly others: ReadonlyMap<Piece, string>
}

/** Readings whose costs differ by less than this are about as good. */
const MARGIN = 1

/**
 * The best reading, and where another about as good exists: for each line edge off the best path, the best path through it
 * costs what comes before it plus what comes after it.
 */
export function bestReading(lattice: Lattice): BestReading {
  const { span, edges } = lattice
  const ahead = forward(lattice)
  const behind = backward(lattice)
  const last = span.end - span.start
  const { pieces } = follow(ahead, last, 'start', span.start, (position) => position === 0)
  const limit = at(ahead.cost, last) + MARGIN
  const chosen = new Set(pieces)
  const indexAt = new Map([...pieces.map((piece, index) => [piece.start - span.start, index] as const)])
  indexAt.set(last, pieces.length)
  const others = new Map<Piece, string>()
  const isOnPath = (position: number): boolean => indexAt.has(position)
  const consider = ({ piece, cost }: Edge): void => {
    const from = piece.start - span.start
    const to = piece.end - span.start
    if (piece.kind !== 'line' || at(ahead.cost, from) + cost + at(behind.cost, to) >= limit || chosen.has(piece)) return
    const before = follow(ahead, from, 'start', span.start, isOnPath)
    const after = follow(behind, to, 'end', span.start, isOnPath)
    const other = [...before.pieces, piece, ...after.pieces]
    const replaced = pieces.slice(indexAt.get(before.position), indexAt.get(after.position))
    const line = linesOf(replaced)[0]
    if (line && isSound(other) && printLines(other) !== printLines(replaced)) others.set(line, printLines(other))
  }
  for (const fromHere of edges) fromHere.forEach(consider)
  return { pieces, others }
}
