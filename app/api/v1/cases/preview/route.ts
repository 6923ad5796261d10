import { PreviewInput } from '@/lib/features/quick-log/schema'
import { preview } from '@/lib/features/quick-log/service'
import { route } from '@/lib/server/route'

export const POST = route({ permission: 'case:write', input: PreviewInput }, preview)
