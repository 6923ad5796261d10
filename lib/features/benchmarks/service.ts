import specialtyList from '@/content/specialties.json'
import { blendTables } from '@/lib/domain/benchmark/blend'
import type { Percentiles } from '@/lib/domain/benchmark/curve'
import { earnedIn, positionOf, type Basis, type Position } from '@/lib/domain/benchmark/position'
import { ok, refuse, type Result } from '@/lib/domain/shared/result'
import { specialtyOf, type SpecialtyList } from '@/lib/domain/shared/specialty'
import type { BenchmarkTableRow, BlendInput, ListBenchmarks, PositionInput } from './schema'
import { readBenchmark, readBenchmarks } from './store'

type BenchmarkPage = { readonly items: readonly BenchmarkTableRow[]; readonly nextCursor: string | null }

/** A slug stays what it is; a publisher's own name for a specialty finds its slug. */
function slugOf(specialty: string): string {
  const named = specialtyOf(specialtyList as SpecialtyList, specialty)
  return named.ok ? named.value : specialty
}

/** `GET /api/v1/benchmarks`: whole tables with where they come from, a specialty's default one first. */
export async function listBenchmarks(input: ListBenchmarks): Promise<Result<BenchmarkPage>> {
  const { limit, cursor, specialty, ...rest } = input
  const tables = await readBenchmarks({ ...rest, ...(specialty === undefined ? {} : { specialty: slugOf(specialty) }) })
  const start = cursor === undefined ? 0 : tables.findIndex(({ id }) => id === cursor) + 1
  if (cursor !== undefined && start === 0) {
    const message = 'This cursor is not one of ours. Start again without one.'
    return refuse('INVALID_INPUT', message, { fields: [{ path: 'cursor', code: 'unknown', message }] })
  }
  const items = tables.slice(start, start + limit)
  return ok({ items, nextCursor: start + limit < tables.length ? (items.at(-1)?.id ?? null) : null })
}

/** The table of an id, or the one sent; a table sent counts clinical FTE, so that what is sent of FTE is used. */
async function tableOf(
  input: PositionInput,
): Promise<Result<{ readonly percentiles: Percentiles; readonly basis: Basis }>> {
  if (input.percentiles) return ok({ percentiles: input.percentiles, basis: 'clinical-fte' })
  const table = await readBenchmark(input.tableId ?? '')
  return table ? ok(table) : refuse('NOT_FOUND', 'There is no benchmark table of this id. See /api/v1/benchmarks.')
}

/** `POST /api/v1/benchmarks/position`. */
export async function placeOnBenchmark(input: PositionInput): Promise<Result<Position>> {
  const table = await tableOf(input)
  if (!table.ok) return table
  return positionOf({
    percentiles: table.value.percentiles,
    basis: table.value.basis,
    of: input.value === undefined ? { percentile: input.percentile ?? '' } : { value: input.value },
    clinicalFte: input.clinicalFte ?? null,
    earned: earnedIn(input),
  })
}

/** `POST /api/v1/benchmarks/blend`. */
export const blendBenchmarks = (input: BlendInput): Promise<Result<{ readonly percentiles: Percentiles }>> =>
  Promise.resolve(blendTables(input.parts))
