import { LocalitiesInput } from '@/lib/features/schedule/schema'
import { listLocalities } from '@/lib/features/schedule/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute({ input: LocalitiesInput, cache: 60 }, listLocalities),
})
