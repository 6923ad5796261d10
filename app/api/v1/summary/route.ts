import { SummaryInput } from '@/lib/features/dashboard/schema'
import { summarize } from '@/lib/features/dashboard/service'
import { route } from '@/lib/server/route'

export const GET = route({ permission: 'case:read', input: SummaryInput }, summarize)
