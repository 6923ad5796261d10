import { SummaryInput } from '@/lib/features/dashboard/schema'
import { summarize } from '@/lib/features/dashboard/service'
import { methods } from '@/lib/server/methods'
import { route } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ permission: 'case:read', input: SummaryInput }, summarize),
})
