import type { BenchmarkTable } from '@/lib/domain/benchmark/table'
import type { BulkLoad } from '@/lib/server/copy'
import { publicDb } from '@/lib/server/db'
import type { BenchmarkQuery } from './schema'

/** What of a table has no column of its own; kept beside its source. */
type Rest = Pick<
  BenchmarkTable,
  | 'series'
  | 'isDefault'
  | 'specialtyAsPublished'
  | 'metricName'
  | 'basis'
  | 'medicareOnly'
  | 'workValuesOf'
  | 'coverage'
  | 'caution'
>

type Kept = { readonly published: BenchmarkTable['source']; readonly rest: Rest }

const COLUMNS = ['id', 'specialty', 'metric', 'population', 'unit', 'year', 'n', 'p10', 'p25', 'p50', 'p75', 'p90',
  'mean', 'method', 'source'].join(', ') // prettier-ignore

function stored(table: BenchmarkTable) {
  const {
    id,
    specialty,
    metric,
    population,
    unit,
    year,
    n,
    percentiles,
    mean,
    method,
    source: published,
    ...rest
  } = table
  const source: Kept = { published, rest }
  return { id, specialty, metric, population, unit, year, n, ...percentiles, mean, method, source }
}

/** Puts these tables in place of all that were there. */
export async function replaceBenchmarkTables(load: BulkLoad, tables: readonly BenchmarkTable[]): Promise<void> {
  await load.query('delete from benchmark_tables')
  await load.query(
    `insert into benchmark_tables (${COLUMNS})
     select ${COLUMNS} from jsonb_populate_recordset(null::benchmark_tables, $1)`,
    [JSON.stringify(tables.map(stored))],
  )
}

/** The tables asked for: a specialty's slug, a metric, a part of the population's words; by specialty, default first. */
export async function readBenchmarks(query: BenchmarkQuery = {}): Promise<readonly BenchmarkTable[]> {
  const { specialty, metric, population } = query
  const found = await publicDb().benchmarkTable.findMany({
    where: {
      ...(specialty === undefined ? {} : { specialty }),
      ...(metric === undefined ? {} : { metric }),
      ...(population === undefined ? {} : { population: { contains: population, mode: 'insensitive' } }),
    },
    orderBy: [{ specialty: 'asc' }, { id: 'asc' }],
  })
  return found.map(read).sort((a, b) => order(a).localeCompare(order(b), 'en'))
}

/** One table by its id; null where there is none. */
export async function readBenchmark(id: string): Promise<BenchmarkTable | null> {
  const found = await publicDb().benchmarkTable.findUnique({ where: { id } })
  return found && read(found)
}

const order = ({ specialty, isDefault, id }: BenchmarkTable): string => `${specialty} ${isDefault ? 0 : 1} ${id}`

type Stored = Awaited<ReturnType<ReturnType<typeof publicDb>['benchmarkTable']['findMany']>>[number]

function read(row: Stored): BenchmarkTable {
  const { published, rest } = row.source as unknown as Kept
  const amount = (value: Stored['p10']): string | null => value && value.toFixed()
  return {
    ...rest,
    id: row.id,
    specialty: row.specialty,
    metric: row.metric,
    population: row.population,
    unit: row.unit,
    year: row.year,
    n: row.n,
    percentiles: {
      p10: amount(row.p10),
      p25: amount(row.p25),
      p50: amount(row.p50),
      p75: amount(row.p75),
      p90: amount(row.p90),
    },
    mean: amount(row.mean),
    source: published,
    method: row.method,
  }
}
