/** One measured figure beside its bound. */
export type Figure = {
  readonly name: string
  readonly bound: string
  readonly measured: string
  readonly holds: boolean
}

export const RUNS = 5

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The median of so many runs, one after the other. */
export async function medianOf(work: () => Promise<unknown>, count: number): Promise<number> {
  const times: number[] = []
  for (let at = 0; at < count; at++) times.push(await timed(work))
  return median(times)
}

/** Runs one after the other, five times: what else the machine does falls on both alike. Medians, in milliseconds. */
export async function interleaved(
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<{ readonly ours: number; readonly bare: number }> {
  const [all, allBare]: [number[], number[]] = [[], []]
  for (let run = 0; run < RUNS; run++) {
    all.push(await ours())
    allBare.push(await bare())
  }
  return { ours: median(all), bare: median(allBare) }
}

export function printTable(figures: readonly Figure[]): void {
  const rows = [['figure', 'bound', 'measured', ''], ...figures.map((each) => [...cells(each)])]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  for (const row of rows) console.log(row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  '))
}

const cells = ({ name, bound, measured, holds }: Figure) => [name, bound, measured, holds ? 'pass' : 'FAIL']
