import { CaseIds } from '@/lib/features/cases/schema'
import { deleteCases } from '@/lib/features/cases/service'
import { methods } from '@/lib/server/methods'
import { route } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({ permission: 'case:write', input: CaseIds, idempotent: true }, deleteCases),
})
