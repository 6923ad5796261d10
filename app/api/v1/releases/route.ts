import { Nothing } from '@/lib/features/cases/schema'
import { listReleases } from '@/lib/features/releases/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute({ input: Nothing, cache: 60 }, listReleases),
})
