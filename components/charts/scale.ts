/*
 * Where things stand on a drawing. Across, positions are percentages of whatever width there is, so text keeps its 12 pixels
 * and nothing is ever scaled; down, they are pixels.
 */

export interface Span {
  readonly from: number
  readonly to: number
}

/** Share of the way from one end of a span to the other, 0 to 1 inside it. A span without length puts everything at its start. */
export function shareOf(value: number, span: Span): number {
  const length = span.to - span.from
  return length === 0 ? 0 : (value - span.from) / length
}

/** `across(5, {from: 0, to: 20})` is "25%". */
export function across(value: number, span: Span): string {
  return `${(shareOf(value, span) * 100).toFixed(3)}%`
}

/** Pixels from the top: the span's start stands at `bottom`, its end at `top`. */
export function down(value: number, span: Span, top: number, bottom: number): number {
  return Math.round((bottom - shareOf(value, span) * (bottom - top)) * 100) / 100
}

/** Height on a line through known points; undefined outside of them, because nothing is known there. */
export function between(x: number, points: readonly { readonly x: number; readonly y: number }[]): number | undefined {
  for (let at = 1; at < points.length; at += 1) {
    const left = points[at - 1]
    const right = points[at]
    if (!left || !right || x < left.x || x > right.x) continue
    if (right.x === left.x) return right.y
    return left.y + ((x - left.x) / (right.x - left.x)) * (right.y - left.y)
  }
  return undefined
}

export interface Label {
  /** Share of the width, 0 to 1. */
  readonly at: number
  readonly text: string
}

/* At 12 pixels a digit of every face in use is 6 to 7 wide. */
const glyph = 7
const air = 6

/** Which centered labels fit at a width, left to right; the first and the last have the first claim. */
export function labelsThatFit(labels: readonly Label[], width: number): ReadonlySet<number> {
  const half = (label: Label) => (label.text.length * glyph) / 2
  const clear = (one: Label, other: Label) => Math.abs(one.at - other.at) * width >= half(one) + half(other) + air
  const kept = new Set<number>()
  const order = [0, labels.length - 1, ...labels.keys()]
  for (const at of order) {
    const label = labels[at]
    if (!label || kept.has(at)) continue
    const free = [...kept].every((other) => {
      const neighbor = labels[other]
      return !neighbor || clear(label, neighbor)
    })
    if (free) kept.add(at)
  }
  return kept
}

/** Class that hides a label where it does not fit; wide and narrow are drawn for 700 and 330 pixels. */
export function fitClass(at: number, wide: ReadonlySet<number>, narrow: ReadonlySet<number>): string {
  if (wide.has(at)) return narrow.has(at) ? '' : 'only-wide'
  return narrow.has(at) ? 'only-narrow' : 'hidden'
}
