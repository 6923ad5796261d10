import { PaceInput } from '@/lib/features/benchmarks/schema'
import { calculatePace } from '@/lib/features/pace/service'
import { publicRoute } from '@/lib/server/route'

export const POST = publicRoute({ input: PaceInput }, calculatePace)
