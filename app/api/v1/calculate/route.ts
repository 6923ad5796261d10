import { CalculateInput } from '@/lib/features/schedule/schema'
import { calculate } from '@/lib/features/schedule/service'
import { methods } from '@/lib/server/methods'
import { publicRoute } from '@/lib/server/route'

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: publicRoute({ input: CalculateInput }, calculate),
})
