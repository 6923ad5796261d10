import { PositionInput } from '@/lib/features/benchmarks/schema'
import { placeOnBenchmark } from '@/lib/features/benchmarks/service'
import { publicRoute } from '@/lib/server/route'

export const POST = publicRoute({ input: PositionInput }, placeOnBenchmark)
