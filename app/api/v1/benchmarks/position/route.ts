import { PositionInput } from '@/lib/features/benchmarks/schema'
import { placeOnBenchmark } from '@/lib/features/benchmarks/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ input: PositionInput }, placeOnBenchmark),
})
