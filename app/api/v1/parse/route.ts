import { ParseInput } from '@/lib/features/quick-log/schema'
import { parse } from '@/lib/features/quick-log/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ input: ParseInput }, parse),
})
