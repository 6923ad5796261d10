import { z } from 'zod'
import { readHealth, unhealthy } from '@/lib/server/health'
import { publicRoute } from '@/lib/server/route'

export const GET = publicRoute(
  { input: z.strictObject({}), uncounted: true, explain: () => Promise.resolve(unhealthy) },
  readHealth,
)
