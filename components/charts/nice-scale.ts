import type { Span } from './scale'

/** A scale of round numbers around some values, and its ticks. `fromZero` starts it at zero. */
export function niceScale(
  values: readonly number[],
  { fromZero = false, parts = 3 }: { readonly fromZero?: boolean; readonly parts?: number } = {},
): { readonly span: Span; readonly ticks: readonly number[] } {
  const greatest = Math.max(0.01, ...values)
  const least = fromZero ? 0 : Math.min(greatest, ...values)
  // A value that never changed still gets some air above and below.
  const room = Math.max(greatest - least, greatest * 0.02)
  const step = roundStep(room / parts)
  const from = fromZero ? 0 : Math.max(0, Math.floor((least - step * 0.4) / step) * step)
  const to = Math.ceil((greatest + step * 0.2) / step) * step
  const count = Math.round((to - from) / step)
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number((from + at * step).toFixed(6)))
  return { span: { from, to }, ticks }
}

/** 1, 2 or 5 times a power of ten, at least as large as asked. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least))
  return [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least * 0.999) ?? 10 * power
}
