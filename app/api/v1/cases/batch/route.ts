import { LogCases } from '@/lib/features/cases/schema'
import { logCases } from '@/lib/features/cases/service'
import { methods } from '@/lib/server/methods'
import { route } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({ permission: 'case:write', input: LogCases, idempotent: true }, logCases),
})
