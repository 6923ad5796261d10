import { ListBenchmarks } from '@/lib/features/benchmarks/schema'
import { listBenchmarks } from '@/lib/features/benchmarks/service'
import { publicRoute } from '@/lib/server/route'

export const GET = publicRoute({ input: ListBenchmarks, cache: 300 }, listBenchmarks)
