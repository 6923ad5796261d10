import { CaseById, ChangeCase, DeleteCase } from '@/lib/features/cases/schema'
import { changeCase, deleteCase, getCase } from '@/lib/features/cases/service'
import { route } from '@/lib/server/route'

export const GET = route({ permission: 'case:read', input: CaseById }, getCase)
export const PATCH = route({ permission: 'case:write', input: ChangeCase, version: true, idempotent: true }, changeCase)
export const DELETE = route(
  { permission: 'case:write', input: DeleteCase, version: true, idempotent: true },
  deleteCase,
)
