import { ListCases, LogCase } from '@/lib/features/cases/schema'
import { listCases, logCase } from '@/lib/features/cases/service'
import { route } from '@/lib/server/route'

export const GET = route({ permission: 'case:read', input: ListCases }, listCases)
export const POST = route({ permission: 'case:write', input: LogCase, idempotent: true, status: 201 }, logCase)
