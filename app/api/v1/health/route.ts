import { z } from 'zod'
import { readHealth, unhealthy } from '@/lib/server/health'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: publicRoute(
    { input: z.strictObject({}), uncounted: true, explain: () => Promise.resolve(unhealthy) },
    readHealth,
  ),
})
