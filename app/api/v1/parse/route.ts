import { ParseInput } from '@/lib/features/quick-log/schema'
import { parse } from '@/lib/features/quick-log/service'
import { publicRoute } from '@/lib/server/route'

export const POST = publicRoute({ input: ParseInput }, parse)
