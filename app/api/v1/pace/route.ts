import { PaceInput } from '@/lib/features/benchmarks/schema'
import { calculatePace } from '@/lib/features/pace/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ input: PaceInput }, calculatePace),
})
