import { TimeInput } from '@/lib/features/time/schema'
import { countTime } from '@/lib/features/time/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ input: TimeInput }, countTime),
})
