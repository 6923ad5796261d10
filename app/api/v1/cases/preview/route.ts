import { PreviewInput } from '@/lib/features/quick-log/schema'
import { preview } from '@/lib/features/quick-log/service'
import { methods } from '@/lib/server/methods'
import { route } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: route({ permission: 'case:write', input: PreviewInput }, preview),
})
