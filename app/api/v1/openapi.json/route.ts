import { Nothing } from '@/lib/features/cases/schema'
import { describeApi } from '@/lib/features/openapi/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute({ input: Nothing, cache: 300 }, describeApi),
})
