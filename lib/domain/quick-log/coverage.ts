import type { Piece } from './piece'
import type { Span } from './reading'

/** A piece that is not blank, with the stretch of text (one patient's line) that it stands in. */
export type Atom = {
  readonly piece: Piece
  readonly stretch: number
  /** The line its characters belong to, the one before it or the one after; null for none, or for a mark for either. */
  readonly governs: 'before' | 'after' | null
}

type Coverage = { readonly lines: readonly Span[]; readonly unparsed: readonly Span[] }

/** Can the characters of an atom be given to the line on that side of it? */
const goesTo = (atom: Atom, side: 'before' | 'after'): boolean =>
  atom.governs === side || (atom.piece.kind === 'mark' && atom.governs === null)

/** Gives each atom to a line (by its position among the atoms) or to none, so that no two ranges can cross. */
function ownersOf(atoms: readonly Atom[]): readonly (number | null)[] {
  const owners: (number | null)[] = atoms.map((atom, index) => (atom.piece.kind === 'line' ? index : null))
  const spread = (index: number, neighbor: number, side: 'before' | 'after'): void => {
    const atom = atoms[index]
    if (atom && owners[index] === null && goesTo(atom, side)) owners[index] = owners[neighbor] ?? null
  }
  for (let index = 1; index < atoms.length; index++) spread(index, index - 1, 'before')
  for (let index = atoms.length - 2; index >= 0; index--) spread(index, index + 1, 'after')
  return owners
}

/**
 * Every character that is not blank, exactly once: in the range of a line or in a range of unparsed text. Punctuation goes
 * to the line before it, else to the line after it; where text that was not read stands between, it is unparsed with it.
 */
export function cover(atoms: readonly Atom[]): Coverage {
  const owners = ownersOf(atoms)
  const lines = new Map<number, Span>()
  const unparsed: Span[] = []
  let unreadStretch: number | null = null
  atoms.forEach(({ piece, stretch }, index) => {
    const owner = owners[index] ?? null
    if (owner !== null) {
      lines.set(owner, { start: lines.get(owner)?.start ?? piece.start, end: piece.end })
      unreadStretch = null
      return
    }
    const last = unreadStretch === stretch ? unparsed.pop() : undefined
    unparsed.push({ start: last?.start ?? piece.start, end: piece.end })
    unreadStretch = stretch
  })
  return { lines: [...lines.values()], unparsed }
}
