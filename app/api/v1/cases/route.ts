import { ListCases, LogCase } from '@/lib/features/cases/schema'
import { listCases, logCase } from '@/lib/features/cases/service'
import { methods } from '@/lib/server/methods'
import { route } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ permission: 'case:read', input: ListCases }, listCases),
  POST: route({ permission: 'case:write', input: LogCase, idempotent: true, status: 201 }, logCase),
})
