import { LogCases } from '@/lib/features/cases/schema'
import { logCases } from '@/lib/features/cases/service'
import { route } from '@/lib/server/route'

export const POST = route({ permission: 'case:write', input: LogCases, idempotent: true }, logCases)
