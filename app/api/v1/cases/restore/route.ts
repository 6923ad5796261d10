import { CaseIds } from '@/lib/features/cases/schema'
import { restoreCases } from '@/lib/features/cases/service'
import { route } from '@/lib/server/route'

export const POST = route({ permission: 'case:write', input: CaseIds, idempotent: true }, restoreCases)
