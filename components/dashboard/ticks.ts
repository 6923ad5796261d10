/** Round steps: 1, 2 or 5 times a power of ten, never less than 1: the labels are whole. */
function stepFor(length: number, most: number): number {
  const rough = length / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].find((each) => each * power >= rough) ?? 10
  return Math.max(1, step * power)
}

/** Round values that reach from below `from` to above `to`, at most `most` steps of them. */
export function roundTicks(from: number, to: number, most = 5): readonly number[] {
  const length = to > from ? to - from : Math.max(1, Math.abs(to))
  const step = stepFor(length, most)
  const first = Math.floor(from / step)
  const last = Math.max(Math.ceil(to / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, at) => (first + at) * step)
}
