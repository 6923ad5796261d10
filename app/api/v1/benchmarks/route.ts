import { ListBenchmarks } from '@/lib/features/benchmarks/schema'
import { listBenchmarks } from '@/lib/features/benchmarks/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute({ input: ListBenchmarks, cache: 300 }, listBenchmarks),
})
