import { CalculateInput } from '@/lib/features/schedule/schema'
import { calculate } from '@/lib/features/schedule/service'
import { publicRoute } from '@/lib/server/route'

export const POST = publicRoute({ input: CalculateInput }, calculate)
