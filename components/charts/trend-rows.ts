export interface TrendPoint {
  /** Any number that grows with time: the day of the year, or a working day. */
  readonly at: number
  readonly value: number
}

export interface TrendProjection {
  readonly at: number
  readonly low: number
  readonly likely: number
  readonly high: number
  /** As printed at the ends of the fan: "7,038", "7,251", "7,464". */
  readonly lowText: string
  readonly likelyText: string
  readonly highText: string
}

export interface TrendRow {
  readonly at: number
  readonly you?: number
  readonly likely?: number
  readonly fan?: readonly [number, number]
}

/** One row a moment. The fan opens from the last point known, so it has no width there. */
export function trendRows(points: readonly TrendPoint[], projection: TrendProjection | undefined): TrendRow[] {
  const known: TrendRow[] = points.map((point) => ({ at: point.at, you: point.value }))
  const last = points.at(-1)
  if (!projection || !last) return known
  return [
    ...known.slice(0, -1),
    { at: last.at, you: last.value, likely: last.value, fan: [last.value, last.value] },
    { at: projection.at, likely: projection.likely, fan: [projection.low, projection.high] },
  ]
}
