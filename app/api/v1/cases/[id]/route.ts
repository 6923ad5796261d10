import { CaseById, ChangeCase, DeleteCase } from '@/lib/features/cases/schema'
import { changeCase, deleteCase, getCase } from '@/lib/features/cases/service'
import { methods } from '@/lib/server/methods'
import { route } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: route({ permission: 'case:read', input: CaseById }, getCase),
  PATCH: route({ permission: 'case:write', input: ChangeCase, version: true, idempotent: true }, changeCase),
  DELETE: route({ permission: 'case:write', input: DeleteCase, version: true, idempotent: true }, deleteCase),
})
