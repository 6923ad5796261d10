import type { Atom } from './coverage'
import type { LinePiece, Piece, Setting, SettingPiece } from './piece'

/** What the short words in force say of one line. */
export type Settings = { readonly [Field in Setting['field']]?: SettingPiece }

export type GovernedLine = { readonly piece: LinePiece; readonly stretch: number; readonly settings: Settings }

const isSetting = (piece: Piece): piece is SettingPiece => piece.kind === 'setting'

const FIELDS: readonly Setting['field'][] = ['dateOfService', 'placeOfService', 'role', 'payer']

/** The setting of each line it governs. */
type Trailing = ReadonlyMap<Piece, SettingPiece>

/**
 * Settings written after what they govern. One kind is, in a stretch that does not open with it and closes with it: alone
 * it governs the whole stretch (`99213 99214 yesterday`); of several, each governs the lines since the one before it
 * (`99213 office, 99223 inpatient`).
 */
function trailing(pieces: readonly Piece[], field: Setting['field']): Trailing {
  const own = pieces.filter((piece) => piece.kind === 'line' || (isSetting(piece) && piece.setting.field === field))
  if (own[0]?.kind !== 'line' || own.at(-1)?.kind === 'line') return new Map()
  const governed = new Map<Piece, SettingPiece>()
  let next: SettingPiece | null = null
  for (const piece of own.toReversed()) {
    if (isSetting(piece)) next = piece
    else if (next) governed.set(piece, next)
  }
  return governed
}

const asSettings = (pieces: readonly SettingPiece[]): Settings =>
  Object.fromEntries(pieces.map((piece) => [piece.setting.field, piece]))

/**
 * Applies dates, places, roles and payers: each governs the lines that follow it, over the end of its line of text too,
 * until another of its kind; or, closing a line of text, what stands before it in that line and nothing after.
 */
export function govern(stretches: readonly (readonly Piece[])[]): {
  readonly lines: readonly GovernedLine[]
  readonly atoms: readonly Atom[]
} {
  const lines: GovernedLine[] = []
  const closers = new Set<Piece>()
  let inForce: Settings = {}
  stretches.forEach((pieces, stretch) => {
    const trailers = FIELDS.map((field) => trailing(pieces, field))
    for (const piece of trailers.flatMap((trailer) => [...trailer.values()])) closers.add(piece)
    for (const piece of pieces) {
      if (isSetting(piece) && !closers.has(piece)) inForce = { ...inForce, [piece.setting.field]: piece }
      if (piece.kind !== 'line') continue
      const after = trailers.flatMap((trailer) => trailer.get(piece) ?? [])
      lines.push({ piece, stretch, settings: { ...inForce, ...asSettings(after) } })
    }
  })
  const used = new Set<Piece>(lines.flatMap((line) => Object.values(line.settings)))
  const atoms = stretches.flatMap((pieces, stretch) => {
    const firstLine = pieces.find((piece) => piece.kind === 'line')?.start ?? -1
    const governs = (piece: Piece): Atom['governs'] => {
      if (closers.has(piece)) return 'before'
      const opensLine = piece.kind === 'mark' && piece.start < firstLine
      return opensLine || used.has(piece) ? 'after' : null
    }
    const filled = pieces.filter((piece) => piece.kind !== 'blank')
    return filled.map((piece): Atom => ({ piece, stretch, governs: governs(piece) }))
  })
  return { lines, atoms }
}
