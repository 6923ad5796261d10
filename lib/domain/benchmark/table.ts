import { specialtyOf, type SpecialtyList } from '../shared/specialty'
import { ok, type Result } from '../shared/result'
import { NO_PERCENTILES, type Percentiles } from './curve'
import type { Basis } from './position'
import { showablePercentiles } from './suppression'

/** Who published the figures and what they are worth; shown beside every table. */
export type BenchmarkSource = {
  readonly publisher: string
  readonly title: string
  readonly url: string
  readonly license: string
  /** True when the figures were read in the named source or computed from it. */
  readonly verified: boolean
  /** `YYYY-MM-DD`; null when not recorded. */
  readonly retrieved: string | null
  readonly caveats: readonly string[]
}

/** How much of a specialty's work a figure covers, in percent; decimal text. */
export type Coverage = {
  readonly payments: string
  readonly services: string
  readonly meanScaledToAllPayments: string
}

/** One row of a published series, under the publisher's own name for the specialty. */
export type BenchmarkRow = {
  readonly specialty: string
  readonly n: number | null
  /** p10, p25, p50, p75, p90 in decimal text; null when the source gives no percentiles. */
  readonly percentiles: readonly (string | null)[] | null
  readonly mean: string | null
  readonly coverage: Coverage | null
  readonly caution: string | null
}

export type BenchmarkSeries = {
  readonly id: string
  /** The series shown first where a specialty has several. */
  readonly isDefault: boolean
  readonly population: string
  readonly unit: string
  /** The year of the services. */
  readonly year: number
  /** The year of the work values they are counted at. */
  readonly workValuesOf: number
  readonly rows: readonly BenchmarkRow[]
}

/** A file of content/benchmarks: one source, one metric, some series. */
export type BenchmarkFile = {
  readonly source: BenchmarkSource
  readonly metric: string
  readonly metricName: string
  readonly basis: Basis
  /** True: only a person's Medicare work may be placed on it (domain G). */
  readonly medicareOnly: boolean
  readonly method: string
  readonly series: readonly BenchmarkSeries[]
}

/** One table as `GET /api/v1/benchmarks` returns it. */
export type BenchmarkTable = {
  readonly id: string
  readonly series: string
  readonly isDefault: boolean
  readonly specialty: string
  readonly specialtyAsPublished: string
  readonly metric: string
  readonly metricName: string
  readonly basis: Basis
  readonly medicareOnly: boolean
  readonly population: string
  readonly unit: string
  readonly year: number
  readonly workValuesOf: number
  readonly n: number | null
  readonly percentiles: Percentiles
  readonly mean: string | null
  readonly coverage: Coverage | null
  readonly caution: string | null
  readonly source: BenchmarkSource
  readonly method: string
}

function percentilesOf({ percentiles, n }: BenchmarkRow): Percentiles {
  if (percentiles === null) return NO_PERCENTILES
  const [p10 = null, p25 = null, p50 = null, p75 = null, p90 = null] = percentiles
  return showablePercentiles({ p10, p25, p50, p75, p90 }, n)
}

/**
 * The tables of a file, one for each series and specialty, with the percentiles that small cells may not show taken out
 * (domain F5). Refuses NOT_FOUND when a publisher's name for a specialty is not mapped to one of ours.
 */
export function benchmarkTables(file: BenchmarkFile, list: SpecialtyList): Result<readonly BenchmarkTable[]> {
  const { source, metric, metricName, basis, medicareOnly, method } = file
  const tables: BenchmarkTable[] = []
  for (const { id, rows, ...series } of file.series) {
    for (const row of rows) {
      const slug = specialtyOf(list, row.specialty)
      if (!slug.ok) return slug
      tables.push({
        ...series,
        ...{ metric, metricName, basis, medicareOnly, source, method },
        id: `${id}-${slug.value}`,
        series: id,
        specialty: slug.value,
        specialtyAsPublished: row.specialty,
        n: row.n,
        percentiles: percentilesOf(row),
        mean: row.mean,
        coverage: row.coverage,
        caution: row.caution,
      })
    }
  }
  return ok(tables)
}
