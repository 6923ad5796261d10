import { BlendInput } from '@/lib/features/benchmarks/schema'
import { blendBenchmarks } from '@/lib/features/benchmarks/service'
import { publicRoute } from '@/lib/server/route'

export const POST = publicRoute({ input: BlendInput }, blendBenchmarks)
